import { withoutRadicals } from './plan-radicals.rules';

test.each([
  ['8⽉中旬⾼新区', '8月中旬高新区'],
  ['⼩⻨种植⼤⼾', '小麦种植大户'],
  ['开放⸺走进', '开放——走进'],
  ['月户麦', '月户麦'],
])('%s reads %s', (printed, text) => {
  expect(withoutRadicals(printed)).toBe(text);
});
