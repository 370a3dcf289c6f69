const WEAPP = process.env.TARO_ENV === 'weapp';

/** Attributes WeChat needs and a browser does not know; the hint's colour is ::placeholder's there. */
export const HINT = WEAPP ? { placeholderClass: 'hint' } : {};

/** The name of a field of several lines, for a screen reader: a browser has the real field inside. */
export const areaName = (label: string) => (WEAPP ? { 'aria-label': label } : { nativeProps: { 'aria-label': label } });

/** Keeps the page below from scrolling under a finger. */
export const STILL_BELOW = WEAPP ? { catchMove: true } : {};
