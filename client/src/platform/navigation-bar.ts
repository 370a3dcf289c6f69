/** WeChat's own bar is read out by WeChat. */
export function nameNavigationBar(_words: { back: string; home: string }): void {}
