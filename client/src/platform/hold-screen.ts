import Taro from '@tarojs/taro';

/** One change of the screen after the other: what was found is put back before it is looked for again. */
let turn: Promise<unknown> = Promise.resolve();

/** Keeps the screen from going dark and, if asked, as bright as it goes. Returns what puts it back as it was. */
export function holdScreen(bright: boolean): () => void {
  let before: number | null = null;
  next(async () => {
    await Taro.setKeepScreenOn({ keepScreenOn: true });
    if (!bright) return;
    before = (await Taro.getScreenBrightness()).value;
    await Taro.setScreenBrightness({ value: 1 });
  });
  return () =>
    next(async () => {
      await Taro.setKeepScreenOn({ keepScreenOn: false });
      if (before !== null) await Taro.setScreenBrightness({ value: before });
    });
}

function next(change: () => Promise<void>): void {
  // A phone that refuses leaves its screen as it is; the code is there all the same.
  turn = turn.then(change).catch((failure: unknown) => console.info('screen', failure));
}
