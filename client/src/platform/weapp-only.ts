const WEAPP = process.env.TARO_ENV === 'weapp';

/** Attributes WeChat needs and a browser does not know; the hint's colour is ::placeholder's there. */
export const HINT = WEAPP ? { placeholderClass: 'hint' } : {};

/** Keeps the page below from scrolling under a finger. */
export const STILL_BELOW = WEAPP ? { catchMove: true } : {};
