import { balanced, clipped, wrap } from './wrap';

/** A Chinese character is 2 wide, a Latin one 1. */
const measure = (text: string) => [...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 256 ? 1 : 2), 0);

test('no line begins with a closing mark or ends with an opening one', () => {
  const text = '参观“红筑顾乡”党建综合阵地（许营镇），坐下聊：眼下的难题、想办的事，都能提。';
  for (let width = 8; width < 60; width++) {
    for (const line of wrap(text, width, measure)) {
      expect(line).not.toMatch(/^[，。、：；！？）》”]/u);
      expect(line).not.toMatch(/[（《“]$/u);
    }
    expect(wrap(text, width, measure).join('')).toBe(text);
  }
});

test('times, numbers and Latin words stay whole', () => {
  const lines = wrap('报名到9月9日 下午5:00为止，电话0635-0000001', 12, measure);
  expect(lines.some((line) => line.includes('5:00'))).toBe(true);
  expect(lines.some((line) => line.includes('0635-0000001'))).toBe(true);
});

test('a line is as wide as it may be and no wider', () => {
  expect(wrap('一二三四五六七', 6, measure)).toEqual(['一二三', '四五六', '七']);
});

test('a title breaks between its phrases', () => {
  expect(balanced('走进社保大厅，当一回体验官', 20, measure)).toEqual(['走进社保大厅，', '当一回体验官']);
});

test('a title without phrases is set in lines of about one length', () => {
  expect(balanced('电动自行车消防安全宣传', 20, measure)).toEqual(['电动自行车消', '防安全宣传']);
});

test('what does not fit ends with …', () => {
  expect(clipped(['一二三', '四五，', '六七'], 2, 6, measure)).toEqual(['一二三', '四五…']);
  expect(clipped(['一二三'], 2, 6, measure)).toEqual(['一二三']);
});
