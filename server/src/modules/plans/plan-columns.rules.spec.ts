import type { PlanField } from '@openday/shared/plan-fields';
import { columnsByHeader, fieldOfHeader, fieldsOfTokens, headerScore } from './plan-columns.rules';

test.each<[PlanField, string[]]>([
  ['no', ['序号', '编号', '序']],
  ['time', ['活动时间', '时间安排', '举办日期', '计划开展时间', '星期', '开始', '结束']],
  ['theme', ['活动名称', '活动主题', '开放日名称', '活动项目', '议题']],
  ['content', ['开放内容', '活动内容及形式', '活动简介', '活动安排']],
  ['headcount', ['拟邀人数', '拟参加人数', '名额', '参与规模']],
  ['unit', ['牵头单位', '主办单位', '责任部门', '镇街', '承办主体']],
  ['contact', ['联系方式', '咨询电话', '联系人及电话', '责任人', '报名电话']],
  ['form', ['活动形式', '开放方式']],
  ['audience', ['参与对象', '邀请人员', '参与群体', '公众开放对象']],
  ['venue', ['活动地址', '举办地点', '集合地点', '开放场所']],
  ['note', ['备注', '报名方式', '报名截止时间', '配合单位', '完成情况', '参与方式']],
])('columns of %s', (field, names) => {
  expect(names.map((name) => fieldOfHeader(name))).toEqual(names.map(() => field));
});

test('a column twice asked for is note, and so is one nobody knows', () => {
  const columns = columnsByHeader(['序号', '主办单位', '承办单位', '活动主题', '时间', '邀约码']);
  expect(columns.get('unit')).toEqual([2]);
  expect(columns.get('note')?.sort()).toEqual([1, 5]);
});

test('one column may hold two fields', () => {
  const columns = columnsByHeader(['主题', '活动时间及地点', '责任单位（联系电话）', '参与对象及人数']);
  for (const [field, at] of [
    ['time', 1],
    ['venue', 1],
    ['unit', 2],
    ['contact', 2],
    ['audience', 3],
    ['headcount', 3],
  ] as const)
    expect(columns.get(field)).toEqual([at]);
});

test('names in pieces are put together', () => {
  const tokens = ['序', '号', '时间', '活动主题', '活动内容', '拟参', '加人', '数', '承办单位', '联系人及电', '话'];
  expect(fieldsOfTokens(tokens)).toEqual(['no', 'time', 'theme', 'content', 'headcount', 'unit', 'contact']);
});

test('a row of the plan is no header', () => {
  expect(headerScore(['1', '9月4日', '走进水厂', '区水务局', '20人'])).toBeLessThan(3);
});
