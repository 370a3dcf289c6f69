import { FORMS, type Form } from '@openday/shared/forms';
import { pinyin } from 'pinyin-pro';
import { FORM_WORDS } from './form-words.rules';

/** Search that forgives: width, case, spaces and punctuation do not count, pinyin stands for characters. */

const MOST_WORDS = 6;
/** Characters of a word that something may resemble. */
const MOST_ALIKE = 12;
/** Characters left out between two of a word's. */
const MOST_BETWEEN = 2;

/** The words of a search, as they are compared; all of them must be met. Syllables of pinyin in a row are one word. */
export function searchWords(q: string): string[] {
  const parts = q.split(/\s+/).map(comparable).filter(Boolean);
  const begins = (i: number) => i === 0 || !SYLLABLE.test(parts[i - 1]!) || !SYLLABLE.test(parts[i]!);
  const words: string[] = [];
  for (const [i, part] of parts.entries()) words.push(begins(i) ? part : words.pop() + part);
  return words.slice(0, MOST_WORDS);
}

/** Letters, digits and characters alone: half width, lower case. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a comparable text holds a word, as written or by its pinyin (canguan, cg, cguan). */
export function holds(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  return LATIN.test(word) && isSpelt(text, word);
}

/** How a word is met: as typed, or by what resembles it. */
export type Like = (text: string) => boolean;

/** Whether there may be what resembles a word by which nothing is found. Each character more is three times the places to try. */
export const mayResemble = (word: string): boolean => {
  const { length } = [...word];
  return length > 1 && length <= MOST_ALIKE && HAN.test(word);
};

/** Its characters in order and close together (电动车: 电动自行车), or what sounds alike (先峰: 先锋; jiaojing大队). */
export function resembling(word: string): Like {
  const letters = [...word];
  const near = new RegExp(letters.join(`.{0,${Math.min(letters.length - 1, MOST_BETWEEN)}}`), 'u');
  return (text) => near.test(text) || isSpelt(text, word);
}

/** Whether the word's characters stand in a unit's name in that order: 建管部 is 建设管理部. */
export function names(name: string, word: string): boolean {
  if (holds(name, word)) return true;
  if ([...word].length < 2 || LATIN.test(word)) return false;
  let from = 0;
  for (const character of word) {
    from = name.indexOf(character, from) + 1;
    if (!from) return false;
  }
  return true;
}

/** The forms a word may mean. */
export const formsMeant = (word: string, like: Like = (name) => holds(name, word)): Form[] =>
  [...word].length < 2 ? [] : FORMS.filter((form) => FORM_WORDS[form].some(like));

export interface Searched {
  theme: string;
  organizer: string;
  venue?: string;
  forms: readonly Form[];
}

/** Whether every word is met by something of it; those of `alike` by what resembles them, too. */
export function meets(
  { theme, organizer, venue = '', forms }: Searched,
  words: string[],
  alike: ReadonlySet<string> = NONE,
): boolean {
  const unit = comparable(organizer);
  const texts = [comparable(theme), comparable(venue), unit];
  return words.every((word) => {
    const like = alike.has(word) ? resembling(word) : (text: string) => holds(text, word);
    return texts.some(like) || names(unit, word) || formsMeant(word, like).some((form) => forms.includes(form));
  });
}

const NONE: ReadonlySet<string> = new Set();
const LATIN = /^[a-z]+$/;
/** Or the beginning of one. */
const SYLLABLE = /^(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)?(?:[aeiouv]{1,3}(?:ng?|r)?)?$/;
const HAN = /\p{Script=Han}/u;

const syllables = new Map<string, readonly string[]>();

/** How a character may be read, without tones; what is no character reads as itself. */
function readings(character: string): readonly string[] {
  const known = syllables.get(character);
  if (known) return known;
  const read = HAN.test(character)
    ? [...new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))]
    : [character];
  syllables.set(character, read);
  return read;
}

const isSpelt = (text: string, word: string): boolean => {
  const characters = [...text];
  return characters.some((_, from) => reads(characters, from, word));
};

/**
 * Whether the word spells the characters from there on, each in full, by its initial, or the last one cut short, or by a
 * character that sounds alike.
 */
function reads(characters: string[], from: number, word: string): boolean {
  const character = characters[from];
  if (character === undefined) return false;
  const onwards = (length: number) => length === word.length || reads(characters, from + 1, word.slice(length));
  return readings(character).some((syllable) => {
    let common = 0;
    while (common < syllable.length && syllable[common] === word[common]) common++;
    if (common === word.length) return true;
    if (!common) return word[0]! > 'z' && readings(word[0]!).includes(syllable) && onwards(1);
    return (common === syllable.length && onwards(common)) || onwards(1);
  });
}
