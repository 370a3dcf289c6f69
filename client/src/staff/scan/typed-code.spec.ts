import { readCode } from '@openday/shared/check-in-code';
import { codeOf } from '../../../test/support/door';
import { typedCode } from './typed-code';

const id = '7000000000000000101';
const code = codeOf(id, 3);
const inGroups = (size: number, mark = ' ') => (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(mark);
const ours = { registrationId: id, seats: 3 };

test.each([
  ['as it is', code],
  ['in small letters, with space around', ` ${code.toLowerCase()}\n`],
  ['over several lines', inGroups(12, '\n')],
  ['in the slip’s groups of twelve', inGroups(12)],
  ['in groups of five', inGroups(5)],
  ['in groups of four', inGroups(4)],
  ['with the slip’s mark for a space', code.replaceAll(' ', '␣')],
])('a code is read %s', (_, text) => {
  expect(code).toHaveLength(59);
  expect(readCode(typedCode(text))).toMatchObject(ours);
});

test('what is no code stays what was typed', () => {
  expect(typedCode('王 小 明')).toBe('王 小 明');
});
