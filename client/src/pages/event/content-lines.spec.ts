import { contentLines } from './content-lines';

test.each([
  ['想当场查养老金，请带社保卡。', 'bring'],
  ['穿平底鞋，要走一段铁楼梯。', 'bring'],
  ['请携带身份证。', 'bring'],
  ['常吃的药可以带来问问。', 'bring'],
  ['14 岁以下由大人陪着。', 'who'],
  ['跟着查养老金、换社保卡。', 'day'],
  ['15:20 要带孩子的，能坐一坐警车', 'day'],
  ['要先看一遍安全演示。', 'day'],
] as const)('%s answers %s', (line, question) => {
  expect(contentLines(line)).toEqual({ day: [], who: [], bring: [], [question]: [line] });
});

test('a long paragraph stays whole where it stood, whatever it mentions', () => {
  const paragraph = `${'组织居民走进服务大厅，了解各个窗口办什么事，'.repeat(2)}请带身份证。`;
  expect(contentLines(`先看大厅。\n\n${paragraph}`).day).toEqual(['先看大厅。', paragraph]);
});
