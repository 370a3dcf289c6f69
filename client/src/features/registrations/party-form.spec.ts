import type { Question } from '@openday/shared/questions';
import { ApiError } from '@/lib/api-error';
import { aQuota, aSession } from '../../../test/support/wire';
import { missing, refusedFields } from './missing';
import { isFull, newPartyForm, newRegistration } from './party-form';

const account = {
  id: '1',
  role: 'resident' as const,
  name: '王女士',
  phoneLast4: '0000',
  over60: false,
  organizer: null,
};
const enterprise = aQuota({
  id: '2',
  name: '企业代表',
  isPublic: false,
  declaration: '我是企业代表',
  asksEnterprise: true,
});
const invited = aQuota({ id: '3', name: '人大代表', isPublic: false, invited: true });
const pools = aSession({ quotas: [aQuota(), enterprise, invited] });
const plain = { joinWaitlist: false, confirmDouble: false };

test('with several pools the one for everybody is chosen, so that a returning resident needs no more taps', () => {
  const form = newPartyForm(pools, account, null);
  expect(form.quotaId).toBe(aQuota().id);
  expect(missing(form, account, pools, [])).toEqual({});
});

test('a pool asks only what it asks', () => {
  const form = newPartyForm(pools, account, null);
  expect(missing({ ...form, quotaId: enterprise.id }, account, pools, [])).toEqual({
    declares: '符合才能报，符合就请勾上',
    enterprise: '请填单位或企业的名称',
  });
  expect(Object.keys(missing({ ...form, quotaId: invited.id }, account, pools, []))).toEqual(['invitation']);
});

test('names are asked for, and kept for next time, only where the session asks for them', () => {
  const family = { seats: 3, names: ['丈夫', '孩子'] };
  expect(newPartyForm(aSession(), account, family)).toMatchObject({ seats: 3, companions: [] });
  const named = aSession({ companions: 'named' });
  const form = newPartyForm(named, account, family);
  expect(form.companions).toEqual(['丈夫', '孩子']);
  expect(missing({ ...form, seats: 4 }, account, named, [])).toEqual({ companions: '请填怎么称呼' });
});

test('a full pool is full though another has room, and by lot none is', () => {
  const none = { capacity: 20, taken: 20, left: 0 };
  const session = aSession({ quotas: [aQuota({ seats: none }), invited] });
  expect([isFull(session, aQuota().id), isFull(session, invited.id)]).toEqual([true, false]);
  expect(isFull({ ...session, mode: 'draw' }, aQuota().id)).toBe(false);
});

test('an answer to a question that is not asked any more is not sent', () => {
  const questions: Question[] = [
    { id: 'q1', text: '带轮椅吗', kind: 'yesNo', required: true },
    { id: 'q2', text: '几辆', kind: 'number', required: true, showIf: { question: 'q1', equals: 'yes' } },
  ];
  const form = { ...newPartyForm(aSession(), account, null), answers: { q1: 'no', q2: '2' } };
  expect(missing(form, account, aSession(), questions)).toEqual({});
  expect(newRegistration(form, aSession(), questions, plain).answers).toEqual([{ question: 'q1', value: 'no' }]);
  const asked = { ...form, answers: { q1: 'yes' } };
  expect(Object.keys(missing(asked, account, aSession(), questions))).toEqual(['answer-q2']);
});

test('who is not drawn waits only where they asked to', () => {
  const session = aSession({ mode: 'draw' });
  const form = newPartyForm(session, account, null);
  expect(newRegistration(form, session, [], plain).joinWaitlist).toBeUndefined();
  expect(newRegistration({ ...form, waitIfNotDrawn: true }, session, [], plain).joinWaitlist).toBe(true);
});

test('a refusal stands at the field it is about, and what is about none stays above', () => {
  const refused = (code: 'INVITATION_INVALID' | 'REGISTRATION_CLOSED') => new ApiError(code, '话', 422);
  expect(refusedFields(refused('INVITATION_INVALID'), [])).toEqual({ invitation: '话' });
  expect(refusedFields(refused('REGISTRATION_CLOSED'), [])).toBeNull();
  const question: Question = { id: 'q1', text: '几辆', kind: 'number' };
  const answers = new ApiError('ANSWERS_INVALID', '话', 422, [{ field: 'answers.q1', message: '请填一个数字' }]);
  expect(refusedFields(answers, [question])).toEqual({ 'answer-q1': '请填一个数字' });
});
