import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useDoorState } from '@/features/door/door-state';
import { recordsOf } from '@/features/door/journal';
import { api } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { setTokens } from '@/lib/tokens';
import type { CodeCameraProps } from '@/platform/CodeCamera';
import type { Note } from '@/platform/play-notes';
import { anEntry, aPack, codeOf, keepPack, SESSION } from '../../../test/support/door';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import ScanPage from './index';

let camera: CodeCameraProps | null = null;
jest.mock('@/platform/CodeCamera', () => ({
  CodeCamera: (props: CodeCameraProps) => {
    camera = props;
    return null;
  },
}));
jest.mock('@/lib/api', () => ({ api: jest.fn() }));
const played: [readonly Note[]][] = [];
jest.mock('@/platform/chime', () => ({
  openChime: () => ({ play: (...given: [readonly Note[]]) => void played.push(given), close: () => undefined }),
}));

const liu = anEntry();
const wang = anEntry({ registrationId: '7000000000000000102', name: '王*军', last4: '6620', seats: 1 });

beforeEach(() => {
  jest.useFakeTimers();
  Taro.clearStorageSync();
  camera = null;
  setTokens({ accessToken: 'a', refreshToken: 'b', account: account() });
  // Both phones are without network.
  jest.mocked(api).mockRejectedValue(offline());
  useDoorState.setState({ full: false, link: 'offline', counts: {} });
  router.params = { id: SESSION };
  keepPack(aPack([liu, wang]));
  renderPage(<ScanPage />);
});
afterEach(() => jest.useRealTimers());

const show = (code: string) => act(() => camera?.onCode(code));
const page = () => document.body.textContent ?? '';
const facts = () => recordsOf(SESSION).map(({ fact }) => fact);
const count = () => document.getElementById('count')?.textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('A15 without network a good code is answered at once, with the size of the party', () => {
  const began = performance.now();
  show(codeOf(liu.registrationId, 3));
  expect(page()).toContain('请进');
  expect(performance.now() - began).toBeLessThan(1000);
  expect(page()).toContain('刘*芳 · 尾号 0417');
  press('3 位进场，继续扫');
  expect(facts()).toMatchObject([{ kind: 'scan', registrationId: liu.registrationId, seats: 3, shown: 'go', seq: 1 }]);
  expect(count()).toBe('3');
  expect(page()).toContain('1 条待上传');
  expect(page()).not.toContain('全部传完');
});

test('a party comes in two parts: the stepper says how many, the rest stay awaited', () => {
  show(codeOf(liu.registrationId, 3));
  press('减一人');
  press('2 位进场，继续扫');
  expect(count()).toBe('2');
  act(() => jest.advanceTimersByTime(5000));
  show(codeOf(liu.registrationId, 3));
  expect(page()).toContain('报名 3 人，已进 2 人');
});

test('a party of one is recorded at once, the camera is back after two seconds, and it can be undone', () => {
  show(codeOf(wang.registrationId, 1));
  expect(facts()).toHaveLength(1);
  expect(page()).toContain('1 位已记下');
  act(() => jest.advanceTimersByTime(2000));
  expect(page()).not.toContain('请进');
  expect(page()).toContain('王*军 1 人');
  press('撤销');
  expect(facts()).toMatchObject([{ kind: 'scan' }, { kind: 'undo', ref: facts()[0]?.id, seq: 2 }]);
  expect(count()).toBe('0');
});

test('a mistake that is not the last one is taken back too, for ten minutes', () => {
  show(codeOf(liu.registrationId, 3));
  press('3 位进场，继续扫');
  act(() => jest.advanceTimersByTime(3 * 60_000));
  show(codeOf(wang.registrationId, 1));
  act(() => jest.advanceTimersByTime(2000));
  press('更早的');
  const row = screen.getByText('刘*芳 3 人').closest('.cell');
  fireEvent.click(within(row as HTMLElement).getByRole('button', { name: '撤销' }));
  expect(facts()).toMatchObject([{ kind: 'scan' }, { kind: 'scan' }, { kind: 'undo', ref: facts()[0]?.id, seq: 3 }]);
  expect(count()).toBe('1');
  act(() => jest.advanceTimersByTime(10 * 60_000));
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});

test('a party that came in part is so named on amber as well', () => {
  show(codeOf(liu.registrationId, 3));
  press('减一人');
  press('2 位进场，继续扫');
  act(() => jest.advanceTimersByTime(5000));
  show(codeOf(liu.registrationId, 3, -3));
  expect(page()).toContain('核对后请进');
  expect(page()).toContain('刘*芳 · 3 人，已进 2 人');
});

test.each([
  ['go', codeOf(wang.registrationId, 1), 1, '升'],
  ['look', codeOf(wang.registrationId, 1, -3), 2, '平'],
  ['stop', 'https://example.cn/menu', 3, '低'],
])('%s is felt and heard without looking', (_, code, buzzes, tune) => {
  jest.mocked(Taro.vibrateShort).mockClear();
  show(code);
  act(() => jest.advanceTimersByTime(1000));
  expect(Taro.vibrateShort).toHaveBeenCalledTimes(buzzes);
  const [notes = []] = played.at(-1) ?? [];
  const heights = notes.map(([hertz]) => hertz).filter((hertz) => hertz > 0);
  expect(tuneOf(heights)).toBe(tune);
});

test('a camera that was refused is tried again', async () => {
  jest.useRealTimers();
  act(() => camera?.onFail('refused'));
  expect(page()).toContain('打不开摄像头');
  camera = null;
  press('再开一次摄像头');
  await waitFor(() => expect(camera).not.toBeNull());
  expect(page()).not.toContain('打不开摄像头');
});

test('the code still in view after its answer is not answered again', () => {
  const code = codeOf(wang.registrationId, 1);
  show(code);
  act(() => jest.advanceTimersByTime(2000));
  show(code);
  expect(page()).not.toContain('已经进过了');
  act(() => jest.advanceTimersByTime(5000));
  show(code);
  expect(page()).toContain('已经进过了');
  expect(page()).toContain('这台手机');
});

test('A18 a three-minute-old screenshot: amber, admitted by the last four digits, flagged', () => {
  show(codeOf(wang.registrationId, 1, -3));
  expect(page()).toContain('核对后请进');
  expect(page()).toContain('码是 3 分钟前的');
  expect(facts()).toHaveLength(0);
  press('对上了，1 位进场');
  expect(facts()).toMatchObject([{ shown: 'look', reason: '旧码', seats: 1 }]);
});

test('red never ends there: a walk-in from it is recorded as such', () => {
  show('https://example.cn/menu');
  expect(page()).toContain('认不出此码');
  expect(screen.getByRole('button', { name: '查名单' })).toBeTruthy();
  press('再扫一次');
  press('现场来访');
  press('登记 1 位进场');
  expect(facts()).toMatchObject([{ kind: 'walkIn', seats: 1 }]);
  expect(count()).toBe('1');
});

test('A25 storage full: the answer says it is not recorded, and the count stays', () => {
  const original = Taro.setStorageSync;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Taro.setStorageSync = () => {
    throw new Error('exceeded the quota');
  };
  show(codeOf(liu.registrationId, 3));
  press('3 位进场，继续扫');
  Taro.setStorageSync = original;
  expect(said).toHaveBeenCalled();
  said.mockRestore();
  expect(facts()).toHaveLength(0);
  expect(page()).toContain('没有记下');
  expect(page()).toContain('存不下了');
  expect(page()).not.toContain('已记下');
  expect(count()).toBe('0');
});

/** Up, level, or level and deep. */
function tuneOf([first = 0, ...rest]: number[]): string {
  if (rest.some((hertz) => hertz > first)) return '升';
  return first < 300 ? '低' : '平';
}

function account() {
  return { id: '1', role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null } as const;
}
