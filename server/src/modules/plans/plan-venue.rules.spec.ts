import { readAudience, readClosed } from './plan-audience.rules';
import { readVenue } from './plan-venue.rules';

test.each<[string, string | null, string[]]>([
  ['邀请居民走进湖畔区交警大队进行参观', '湖畔区交警大队', []],
  ['邀请企业在管委会西办公楼 305 会议室就土地流程讲解', '管委会西办公楼305会议室', []],
  ['邀请市民在东桥社区就业服务中心参观', '东桥社区就业服务中心', []],
  ['工作人员走进幸福国际，为群众普及知识', '幸福国际', []],
  ['邀请企业，在辖区内会场参加解读', '辖区内会场', ['venue_missing']],
  ['邀请在校学生，在校园内讲解', '校园内', ['venue_missing']],
  ['召开座谈会，听取意见', null, ['venue_missing']],
  ['在银杏公园南门广场或者小区广场开展宣传', '银杏公园南门广场或者小区广场', ['venue_alternative']],
  ['邀请居民，在小区、广场、商铺进行宣传', '小区、广场、商铺', ['venue_multiple']],
  ['邀请企业，在各企业进行宣传', '各企业', ['venue_multiple']],
])('%s', (content, venue, codes) => {
  const got = readVenue(null, content);
  expect(got.venue).toBe(venue);
  expect(got.findings.map(({ code }) => code)).toEqual(codes);
});

test.each<[string, string[]]>([
  ['一水厂', []],
  ['新城大厦B栋1楼大厅', []],
  ['文化馆、博物馆、图书馆', ['venue_multiple']],
  ['待定', ['venue_missing']],
  ['会议室', ['venue_missing']],
])('a column of its own: %s', (cell, codes) => {
  expect(readVenue(cell, '').findings.map(({ code }) => code)).toEqual(codes);
});

test.each<[string, string | null, string[]]>([
  ['邀请市民在东桥社区座谈', '市民', []],
  ['邀请党员代表、群众代表10余人参观', '党员代表、群众代表', []],
  ['邀请其他乡镇人员观摩', '其他乡镇人员', ['audience_not_public']],
  ['邀请中小学生，在学校听讲', '中小学生', ['minors']],
  ['走进社区，参观调研', null, ['audience_missing']],
  ['为群众上门普及消防知识', null, []],
  ['邀请医院专家、医师在社区为辖区居民义诊', null, ['audience_missing', 'headcount_meaning']],
])('who comes: %s', (content, audience, codes) => {
  const got = readAudience(null, content);
  expect(got.audience).toBe(audience);
  expect(got.findings.map(({ code }) => code)).toEqual(codes);
});

test.each<[string, string[]]>([
  ['是否对公众开放：否；报名方式：不对外', ['audience_not_public']],
  ['是否对外开放：否', ['audience_not_public']],
  ['是否对公众开放：是；报名方式：电话报名', []],
  ['报名方式：不对外', ['audience_not_public']],
  ['个人信息不对外公开', []],
  ['雨天不开放', []],
  ['', []],
])('closed to the public: %s', (note, codes) => {
  expect(readClosed(note).map(({ code }) => code)).toEqual(codes);
});
