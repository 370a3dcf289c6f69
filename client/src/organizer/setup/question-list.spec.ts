import { conditionsFor, draftsOf, newDraft, questionsOf } from './question-list';

test('a question may follow an earlier one’s answers only, and comes back as it was written', () => {
  const questions = [
    { id: 'q1', text: '带轮椅吗', kind: 'yesNo' as const, required: true },
    { id: 'q2', text: '看哪一项', kind: 'choice' as const, options: ['甲', '乙'] },
    { id: 'q3', text: '几辆', kind: 'number' as const, showIf: { question: 'q1', equals: 'yes' } },
  ];
  const drafts = draftsOf(questions);
  expect(questionsOf(drafts)).toEqual(questions);
  expect(conditionsFor(drafts, 0, { yes: '是', no: '不是' })).toEqual([]);
  expect(conditionsFor(drafts, 2, { yes: '是', no: '不是' }).map(({ key }) => key)).toEqual([
    'q1=yes',
    'q1=no',
    'q2=甲',
    'q2=乙',
  ]);
  expect(newDraft(drafts.slice(1)).id).toBe('q4');
});
