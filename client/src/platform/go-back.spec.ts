import { listenGoBack, onGoBack } from './go-back.h5';

let page = '';

/** What the router hears of: going from one page to another. */
const heard = jest.fn(() => {
  page = window.history.state?.key;
});
listenGoBack();
window.addEventListener('popstate', heard);

/** In turns and not in time: the window's history takes one for each step, and a machine may be slow. */
const settled = async () => {
  for (let turn = 0; turn < 30; turn++) await new Promise((done) => setTimeout(done));
};
const back = async () => {
  window.history.back();
  await settled();
};
const goTo = (key: string) => {
  window.history.pushState({ key }, '');
  page = key;
};

beforeEach(() => {
  goTo(`page-${Math.random()}`);
  goTo('event');
  heard.mockClear();
});

test('Back closes the sheet and the page stays; the next Back leaves it', async () => {
  const close = jest.fn();
  onGoBack(close);
  await back();
  expect(close).toHaveBeenCalledTimes(1);
  expect(heard).not.toHaveBeenCalled();
  await back();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(page).toMatch(/^page-/);
});

test('of two sheets over each other Back closes the upper one first', async () => {
  const [lower, upper] = [jest.fn(), jest.fn()];
  onGoBack(lower);
  onGoBack(upper);
  await back();
  expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([0, 1]);
  await back();
  expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([1, 1]);
  expect(heard).not.toHaveBeenCalled();
});

test('a sheet closed by its own button leaves nothing behind for Back, and forward does not open it again', async () => {
  const close = jest.fn();
  onGoBack(close)();
  await settled();
  window.history.forward();
  await settled();
  expect([close.mock.calls.length, heard.mock.calls.length]).toEqual([0, 0]);
  await back();
  expect(page).toMatch(/^page-/);
});

test('a sheet that gives way to another, or to a page, costs no Back of its own', async () => {
  const second = jest.fn();
  onGoBack(jest.fn())();
  const letSecond = onGoBack(second);
  await settled();
  letSecond();
  goTo('ticket');
  await settled();
  await back();
  expect([page, second.mock.calls.length]).toEqual(['event', 0]);
  await back();
  expect(page).toMatch(/^page-/);
});

test('a sheet that is open under another page is still open on the way back to it', async () => {
  const close = jest.fn();
  const let_ = onGoBack(close);
  goTo('why');
  await back();
  expect([page, close.mock.calls.length]).toEqual(['event', 0]);
  await back();
  expect(close).toHaveBeenCalledTimes(1);
  let_();
});
