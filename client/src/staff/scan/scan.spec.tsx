import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useDoorState } from '@/features/door/door-state';
import { recordsOf } from '@/features/door/journal';
import { record } from '@/features/door/recording';
import { api } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { setTokens } from '@/lib/tokens';
import type { CodeCameraProps } from '@/platform/CodeCamera';
import type { Note } from '@/platform/play-notes';
import { anEntry, aPack, codeOf, keepPack, newDoor, SESSION } from '../../../test/support/door';
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
jest.mock('@/lib/api', () => jest.requireActual('../../../test/support/api'));
const played: [readonly Note[]][] = [];
jest.mock('@/platform/chime', () => ({
  openChime: () => ({ play: (...given: [readonly Note[]]) => void played.push(given), close: () => undefined }),
}));

const liu = anEntry();
const wang = anEntry({ registrationId: '7000000000000000102', name: '王*军', last4: '6620', seats: 1 });

beforeEach(async () => {
  await newDoor();
  jest.useFakeTimers();
  camera = null;
  setTokens({ accessToken: 'a', refreshToken: 'b', account: account() });
  // Both phones are without network.
  jest.mocked(api).mockRejectedValue(offline());
  useDoorState.setState({ link: 'offline' });
  router.params = { id: SESSION };
  await keepPack(aPack([liu, wang]));
  renderPage(<ScanPage />);
});
afterEach(() => jest.useRealTimers());

const show = (code: string) => act(async () => camera?.onCode(code));
const page = () => document.body.textContent ?? '';
const facts = () => recordsOf(SESSION).map(({ fact }) => fact);
const count = () => document.getElementById('count')?.textContent;
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('A15 without network a good code is answered at once, with the size of the party', async () => {
  const began = performance.now();
  await show(codeOf(liu.registrationId, 3));
  expect(page()).toContain('请进');
  expect(performance.now() - began).toBeLessThan(1000);
  expect(page()).toContain('刘*芳 · 尾号 0417');
  await press('3 位进场，继续扫');
  expect(facts()).toMatchObject([{ kind: 'scan', registrationId: liu.registrationId, seats: 3, shown: 'go', seq: 1 }]);
  expect(count()).toBe('3');
  expect(page()).toContain('1 条待上传');
  expect(page()).not.toContain('全部传完');
});

test('a party comes in two parts: the stepper says how many, the rest stay awaited', async () => {
  await show(codeOf(liu.registrationId, 3));
  await press('减一人');
  await press('2 位进场，继续扫');
  expect(count()).toBe('2');
  act(() => jest.advanceTimersByTime(5000));
  await show(codeOf(liu.registrationId, 3));
  expect(page()).toContain('报名 3 人，已进 2 人');
});

test('a party of one is recorded at once, the camera is back after two seconds, and it can be undone', async () => {
  await show(codeOf(wang.registrationId, 1));
  expect(facts()).toHaveLength(1);
  expect(page()).toContain('1 位已记下');
  act(() => jest.advanceTimersByTime(2000));
  expect(page()).not.toContain('请进');
  expect(page()).toContain('王*军 1 人');
  await press('撤销');
  expect(facts()).toMatchObject([{ kind: 'scan' }, { kind: 'undo', ref: facts()[0]?.id, seq: 2 }]);
  expect(count()).toBe('0');
});

test('a mistake that is not the last one is taken back too, for ten minutes', async () => {
  await show(codeOf(liu.registrationId, 3));
  await press('3 位进场，继续扫');
  act(() => jest.advanceTimersByTime(3 * 60_000));
  await show(codeOf(wang.registrationId, 1));
  act(() => jest.advanceTimersByTime(2000));
  await press('更早的');
  const row = screen.getByText('刘*芳 3 人').closest('.cell');
  await act(async () => void fireEvent.click(within(row as HTMLElement).getByRole('button', { name: '撤销' })));
  expect(facts()).toMatchObject([{ kind: 'scan' }, { kind: 'scan' }, { kind: 'undo', ref: facts()[0]?.id, seq: 3 }]);
  expect(count()).toBe('1');
  act(() => jest.advanceTimersByTime(10 * 60_000));
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});

test('a party that came in part is so named on amber as well', async () => {
  await show(codeOf(liu.registrationId, 3));
  await press('减一人');
  await press('2 位进场，继续扫');
  act(() => jest.advanceTimersByTime(5000));
  await show(codeOf(liu.registrationId, 3, -3));
  expect(page()).toContain('核对后请进');
  expect(page()).toContain('刘*芳 · 3 人，已进 2 人');
});

test.each([
  ['go', codeOf(wang.registrationId, 1), 1, '升'],
  ['look', codeOf(wang.registrationId, 1, -3), 2, '平'],
  ['stop', 'https://example.cn/menu', 3, '低'],
])('%s is felt and heard without looking', async (_, code, buzzes, tune) => {
  jest.mocked(Taro.vibrateShort).mockClear();
  await show(code);
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
  await press('再开一次摄像头');
  await waitFor(() => expect(camera).not.toBeNull());
  expect(page()).not.toContain('打不开摄像头');
});

test('where the camera does not open in the page, WeChat’s own scanner reads a code at a time', async () => {
  jest.mocked(Taro.scanCode).mockResolvedValueOnce({ result: codeOf(wang.registrationId, 1) } as never);
  act(() => camera?.onFail('refused'));
  await press('扫码');
  expect(page()).toContain('请进');
  expect(facts()).toMatchObject([{ kind: 'scan', registrationId: wang.registrationId, seats: 1 }]);
});

test('the code still in view after its answer is not answered again', async () => {
  const code = codeOf(wang.registrationId, 1);
  await show(code);
  act(() => jest.advanceTimersByTime(2000));
  await show(code);
  expect(page()).not.toContain('已经进过了');
  act(() => jest.advanceTimersByTime(5000));
  await show(code);
  expect(page()).toContain('已经进过了');
  expect(page()).toContain('这台手机');
});

test('A18 a three-minute-old screenshot: amber, admitted by the last four digits, flagged', async () => {
  await show(codeOf(wang.registrationId, 1, -3));
  expect(page()).toContain('核对后请进');
  expect(page()).toContain('码是 3 分钟前的');
  expect(facts()).toHaveLength(0);
  await press('对上了，1 位进场');
  expect(facts()).toMatchObject([{ shown: 'look', reason: '旧码', seats: 1 }]);
});

test('red never ends there: a walk-in from it is recorded as such', async () => {
  await show('https://example.cn/menu');
  expect(page()).toContain('认不出此码');
  expect(screen.getByRole('button', { name: '查名单' })).toBeTruthy();
  await press('再扫一次');
  await press('现场来访');
  await press('登记 1 位进场');
  expect(facts()).toMatchObject([{ kind: 'walkIn', seats: 1 }]);
  expect(count()).toBe('1');
});

test('A25 storage full: the answer says it is not recorded, and the count stays', async () => {
  const original = Taro.setStorageSync;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Taro.setStorageSync = () => {
    throw new Error('exceeded the quota');
  };
  await show(codeOf(liu.registrationId, 3));
  await press('3 位进场，继续扫');
  Taro.setStorageSync = original;
  expect(said).toHaveBeenCalled();
  said.mockRestore();
  expect(facts()).toHaveLength(0);
  expect(page()).toContain('没有记下');
  expect(page()).toContain('存不下了');
  expect(page()).not.toContain('已记下');
  expect(count()).toBe('0');
});

test('A25 a full phone with nothing left to upload is tried again once somebody made room', async () => {
  const original = Taro.setStorageSync;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Taro.setStorageSync = () => {
    throw new Error('exceeded the quota');
  };
  await act(async () => void (await record(SESSION, { kind: 'walkIn', seats: 1, shown: 'none' })));
  Taro.setStorageSync = original;
  said.mockRestore();
  expect(page()).toContain('存不下了清一清手机');
  camera = null;
  await press(/再试/);
  expect(camera).not.toBeNull();
  expect(page()).not.toContain('存不下了');
  await show(codeOf(wang.registrationId, 1));
  expect(facts()).toMatchObject([{ seats: 1 }]);
});

/** Up, level, or level and deep. */
function tuneOf([first = 0, ...rest]: number[]): string {
  if (rest.some((hertz) => hertz > first)) return '升';
  return first < 300 ? '低' : '平';
}

function account() {
  return { id: '1', role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null } as const;
}
