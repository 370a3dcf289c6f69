import Taro from '@tarojs/taro';

/** Says one short line over the page: what was done, or why not. */
export function say(line: string): void {
  void Taro.showToast({ title: line, icon: 'none', duration: 2600 });
}

/** Says why something did not work; what is no refusal of ours goes to the console too. */
export function sayFailure(failure: unknown): void {
  if (!(failure instanceof Error)) return;
  if (failure.name !== 'ApiError') console.error(failure);
  say(failure.message);
}
