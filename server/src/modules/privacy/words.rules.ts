import { pinyin } from 'pinyin-pro';

/** True where a mainland mobile number stands in the words, however it is spaced. */
export const hasMobile = (words: string): boolean => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(words.replace(/[\s-]/g, ''));

/** wxm of 王小明: what a name is found by without typing Chinese; surnames as surnames are read. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('').toLowerCase();
