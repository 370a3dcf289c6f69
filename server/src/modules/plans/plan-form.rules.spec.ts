import type { Form } from '@openday/shared/forms';
import { formConflict, formOf, readForms } from './plan-form.rules';

test.each<[string, Form | null]>([
  ['现场观摩', 'visit'],
  ['实地观摩', 'visit'],
  ['现场参观', 'visit'],
  ['参观', 'visit'],
  ['座谈交流', 'talk'],
  ['座谈会', 'talk'],
  ['互动交流', 'talk'],
  ['政策解读', 'policy'],
  ['政策咨询', 'policy'],
  ['现场体验', 'experience'],
  ['互动体验', 'experience'],
  ['公开议事', 'council'],
  ['居民议事', 'council'],
  ['列席会议', 'council'],
  ['便民服务', 'service'],
  ['义诊', 'service'],
  ['讲座', 'lecture'],
  ['宣传', 'lecture'],
  ['其他', null],
])('%s', (word, form) => {
  expect(formOf(word)).toBe(form);
});

test('words are kept as written, in order, and mapped', () => {
  expect(readForms('现场观摩、座谈交流\n政策解读').words.map(({ text }) => text)).toEqual([
    '现场观摩',
    '座谈交流',
    '政策解读',
  ]);
  expect(readForms('实地观摩、现场参观').forms).toEqual(['visit']);
});

test('a lecture that turns into a talk is asked about', () => {
  expect(formConflict('健康政策讲座', '到中心开展交流座谈会')).toEqual(['讲座', '座谈会']);
  expect(formConflict('健康政策讲座', '举办讲座后座谈')).toBeNull();
});
