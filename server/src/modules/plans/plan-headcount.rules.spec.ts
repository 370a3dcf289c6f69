import { householdsIn, peopleIn, readHeadcount } from './plan-headcount.rules';

test.each<[string, number | null, number | null, string | null, string[]]>([
  ['20人', 20, 20, 'planned', []],
  ['20', 20, 20, 'planned', []],
  ['5-10 人', 5, 10, 'planned', []],
  ['20～30名', 20, 30, 'planned', []],
  ['10余人', 10, null, 'planned', ['headcount_approximate']],
  ['十余人', 10, null, 'planned', ['headcount_approximate']],
  ['限额20人', null, 20, 'maximum', []],
  ['不超过30人', null, 30, 'maximum', []],
  ['20人以内', null, 20, 'maximum', []],
  ['不少于15人', 15, null, 'minimum', ['headcount_meaning']],
  ['20人左右', 20, 20, 'planned', ['headcount_approximate']],
  ['约30人', 30, 30, 'planned', ['headcount_approximate']],
  ['招募20人', 20, 20, 'quota', []],
  ['市民代表12名、企业代表6名、局代表7名,共计25人', 25, 25, 'groups', ['headcount_meaning']],
  ['市民代表12名、企业代表6名,共计25人', 25, 25, 'groups', ['headcount_conflict']],
  ['30人/场', 30, 30, 'perSession', []],
  ['10 家企业', null, null, null, ['headcount_unit']],
  ['10人以上需提前预约', null, null, null, ['headcount_meaning']],
  ['名额有限', null, null, null, ['headcount_missing']],
  ['30-20人', null, null, null, ['headcount_meaning']],
  ['', null, null, null, ['headcount_missing']],
])('%s', (text, min, max, kind, codes) => {
  const { headcount, kind: got, findings } = readHeadcount(text);
  expect({ min: headcount?.min ?? null, max: headcount?.max ?? null, kind: got }).toEqual({ min, max, kind });
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test('the host’s own staff is told from the public', () => {
  expect(readHeadcount('市民代表12名、局代表7名,共计19人').findings[0]!.message).toContain('局代表');
});

test('people and enterprises in a sentence are counted apart', () => {
  expect(peopleIn('邀请20名群众和十余人代表').map(({ min, max }) => [min, max])).toEqual([
    [20, 20],
    [10, null],
  ]);
  expect(householdsIn('邀请 10 家外贸企业代表')).toBe('10家');
  expect(householdsIn('一个家庭带动整个社会')).toBeNull();
});
