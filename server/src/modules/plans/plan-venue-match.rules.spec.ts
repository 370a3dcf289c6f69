import { venuesLike } from './plan-venue-match.rules';

const NAMES = [
  '东桥社区议事厅',
  '东桥社区卫生服务站',
  '湖畔区柳溪镇便民服务中心',
  '西桥社区',
  '湖畔区政务服务中心',
  '阳光小区11号楼',
  '会议室',
  '东湖镇市场监督管理所',
];
const KNOWN = NAMES.map((name, at) => ({ id: String(at + 1), name }));

test.each<[string, string, string[]]>([
  ['the same name', '东桥社区议事厅', ['东桥社区议事厅']],
  ['the same name, spaced, in brackets, in wide signs', '东桥 社区（议事厅）', ['东桥社区议事厅']],
  ['wide digits', '阳光小区１１号楼', ['阳光小区11号楼']],
  ['a room of a known place', '东桥社区议事厅二楼', ['东桥社区议事厅']],
  ['a house with several known places in it', '东桥社区', ['东桥社区议事厅', '东桥社区卫生服务站']],
  ['without district and town', '便民服务中心', ['湖畔区柳溪镇便民服务中心']],
  ['without the district', '柳溪镇便民服务中心', ['湖畔区柳溪镇便民服务中心']],
  ['without the town', '湖畔区便民服务中心', ['湖畔区柳溪镇便民服务中心']],
  ['区 for the district', '区政务服务中心', ['湖畔区政务服务中心']],
  ['without 社区', '西桥', ['西桥社区']],
  ['居委会 behind it', '西桥社区居委会', ['西桥社区']],
  ['an abbreviation', '政务中心', ['湖畔区政务服务中心']],
  ['an abbreviation behind its town', '东湖镇市场监管所', ['东湖镇市场监督管理所']],
  ['another town', '东湖镇便民服务中心', []],
  ['another community', '南桥社区', []],
  ['another house with a number that ends alike', '1号楼', []],
  ['a kind of place', '社区会议室', []],
  ['a kind of place that is called just so', '会议室', ['会议室']],
  ['two places', '东桥社区议事厅或西桥社区', ['东桥社区议事厅', '西桥社区']],
  ['nothing like it', '梨园文化广场', []],
  ['nothing', ' ', []],
])('%s: %s', (_, text, names) => {
  expect(venuesLike(text, KNOWN).map(({ name }) => name)).toEqual(names);
});

test('three at most, the best first', () => {
  const rooms = ['东桥社区活动中心', '东桥社区书屋', '东桥社区食堂餐厅', '东桥社区'].map((name) => ({
    id: name,
    name,
  }));
  expect(venuesLike('东桥社区', rooms).map(({ name }) => name)).toEqual([
    '东桥社区',
    '东桥社区书屋',
    '东桥社区活动中心',
  ]);
});

test('what every town has is a kind of place: none of many is picked by chance', () => {
  const towns = ['柳溪镇', '东湖镇', '北河镇', '南山镇'].map((town) => ({ id: town, name: `${town}便民服务中心` }));
  expect(venuesLike('便民服务中心', towns)).toEqual([]);
  expect(venuesLike('北河镇便民服务中心', towns).map(({ id }) => id)).toEqual(['北河镇']);
});
