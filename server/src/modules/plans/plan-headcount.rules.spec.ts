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
  ['每场限30人', null, 30, 'perSession', []],
  ['20人/批', 20, 20, 'perSession', []],
  ['5人以上10人以下', 5, 10, 'planned', []],
  ['约20-30', 20, 30, 'planned', ['headcount_approximate']],
  ['百余人', 100, null, 'planned', ['headcount_approximate']],
  ['近百人', 100, 100, 'planned', ['headcount_approximate']],
  ['三五人', null, null, null, ['headcount_meaning']],
  ['20人（限本市户籍）', 20, 20, 'planned', []],
  ['50人（其中学生30人）', 50, 50, 'planned', []],
  ['20人（含工作人员5人）', 20, 20, 'planned', ['headcount_meaning']],
  ['招募20人，10人以上团体需提前预约', 20, 20, 'quota', []],
  ['年满18周岁的市民代表20人左右', 20, 20, 'planned', ['headcount_approximate']],
  ['至少20人', 20, null, 'minimum', ['headcount_meaning']],
  ['≤30人', null, 30, 'maximum', []],
  ['２０～３０人', 20, 30, 'planned', []],
  ['99999999999人', 99999999999, 99999999999, 'planned', []],
  ['若干', null, null, null, ['headcount_missing']],
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

test('quotas are set apart per group, the host’s own staff outside of them', () => {
  const groups = (text: string) => readHeadcount(text).groups.map(({ name, seats }) => `${name}${seats}`);
  expect(groups('市民代表12名、企业代表6名、局代表7名,共计25人')).toEqual(['市民代表12', '企业代表6']);
  expect(groups('主要对象为：人大代表（5名）、政协委员（5名）、群众代表（5名）')).toEqual([
    '人大代表5',
    '政协委员5',
    '群众代表5',
  ]);
  expect(groups('20人')).toEqual([]);
});
