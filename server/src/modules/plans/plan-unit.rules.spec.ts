import { isAlias, type KnownUnit, readUnit, sharedPrefix, unitsIn } from './plan-unit.rules';

const KNOWN: KnownUnit[] = [
  { id: '1', name: '湖畔区住房和城乡建设局', parentId: null },
  { id: '2', name: '湖畔区市民服务中心', parentId: null },
  { id: '3', name: '湖畔区柳溪镇便民服务中心', parentId: null },
];

test.each<[string, string | null, string[]]>([
  ['湖畔区住房和城乡建设局', '1', []],
  ['湖畔区住房和\n城乡建设局', '1', []],
  ['区住建局', null, ['unit_alias']],
  ['柳溪镇便民服务中心', null, ['unit_prefix_missing']],
  ['湖畔区市民服务中心东桥社区', null, ['unit_nested']],
  ['综合管理办公室', null, ['unit_nested']],
  ['湖畔区水务局', null, ['unit_unknown']],
  ['教体中心及各学校', null, ['unit_multiple']],
  ['水务局、城管局', null, ['unit_multiple']],
  ['', null, ['unit_missing']],
])('%s', (text, organizerId, codes) => {
  const got = readUnit(text, KNOWN);
  expect(got.organizerId).toBe(organizerId);
  expect(got.findings.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['商务和投资促进部', 1],
  ['自然资源和规划局', 1],
  ['住房和城乡建设局', 1],
  ['商务局和文旅局', 2],
  ['水务局\n城市管理局', 2],
  ['柳溪镇\n便民服务中心', 1],
  ['水利局、农业农村局、各镇街', 3],
])('%s names %i', (text, count) => {
  expect(unitsIn(text)).toHaveLength(count);
});

test('an abbreviation is told from a unit inside another', () => {
  expect(isAlias('区住建局', '住房和城乡建设局')).toBe(true);
  expect(isAlias('经济发展部', '服务中心经济发展部')).toBe(false);
});

test('a prefix is shared when nearly all names have it', () => {
  const six = ['甲局', '乙局', '丙局', '丁局', '戊局'].map((name) => `湖畔区${name}`);
  expect(sharedPrefix([...six, '云岭园'])).toBe('湖畔区');
  expect(sharedPrefix(six.slice(0, 3))).toBeNull();
});
