import fc from 'fast-check';
import { AppError } from '../../http/app-error';
import { readPlanText } from './plan-text.reader';
import { readPlan } from './plan-understanding.rules';
import { bare } from './plan-words.rules';

const read = (text: string) => readPlan(readPlanText(text), { units: null });

const WORD = fc.constantFrom(
  ...'9月4日 上旬 9:00 — 下午 20人 10余人 约 、 至 每周四 （暂定） 水务局 东桥社区 邀请 市民 参观 张三 13800000001 2024年 0635- “ ” 。 | \t , \n \n\n \f 序号 时间 主题 单位 1 2 3 731'.split(
    ' ',
  ),
);
const TEXT = fc.array(fc.oneof({ weight: 6, arbitrary: WORD }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }), {
  maxLength: 60,
});
const HEADED = TEXT.map(
  (words) => `2024年开放日计划\n序号\t时间\t主题\t内容\t人数\t单位\t联系人\n1\t${words.join('')}`,
);

test('whatever the text, reading refuses with a code or succeeds, and never throws anything else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        HEADED,
        TEXT.map((words) => words.join(' ')),
      ),
      (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('raw text is always kept, and no value appears that the text does not hold', () => {
  fc.assert(
    fc.property(TEXT, TEXT, TEXT, (time, people, contact) => {
      const cell = (words: string[]) => words.join('').replace(/[\t\n\f\r|"]/g, '');
      const raw = { time: cell(time), headcount: cell(people), contact: cell(contact) };
      const plan = read(
        `2024年开放日计划\n序号\t时间\t主题\t人数\t单位\t联系人\n1\t${raw.time}\t参观\t${raw.headcount}\t水务局\t${raw.contact}`,
      );
      const { row, values } = plan.rows[0]!;
      for (const [field, text] of Object.entries(raw)) {
        expect(bare(row.cells[field as keyof typeof raw]?.text ?? '')).toBe(bare(text));
      }
      const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
      for (const { name, phones } of values.contacts) {
        expect(bare(raw.contact)).toContain(bare(name));
        for (const phone of phones) expect(digits(raw.contact)).toContain(digits(phone).slice(-7));
      }
      if (values.headcount?.max) expect(values.headcount.text).toBe(raw.headcount.trim().slice(0, 60));
      if (values.window?.precision === 'day') {
        expect(digits(raw.time)).toContain(String(Number(values.window.from.slice(8))));
      }
    }),
    { numRuns: 300 },
  );
});
