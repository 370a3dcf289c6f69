import { FORMS, type Form } from '@openday/shared/forms';
import { pinyin } from 'pinyin-pro';
import { FORM_WORDS } from './form-words.rules';

/** Search that forgives: width, case, spaces and punctuation do not count, pinyin stands for characters. */

const MOST_WORDS = 6;

/** The words of a search, as they are compared; all of them must be met. */
export const searchWords = (q: string): string[] => q.split(/\s+/).map(comparable).filter(Boolean).slice(0, MOST_WORDS);

/** Letters, digits and characters alone: half width, lower case. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a comparable text holds a word, as written or by its pinyin (canguan, cg, cguan). */
export function holds(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  if (!LATIN.test(word)) return false;
  const characters = [...text];
  return characters.some((_, from) => reads(characters, from, word));
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
export const formsMeant = (word: string): Form[] =>
  [...word].length < 2 ? [] : FORMS.filter((form) => FORM_WORDS[form].some((name) => holds(name, word)));

export interface Searched {
  theme: string;
  organizer: string;
  venue?: string;
  forms: readonly Form[];
}

/** Whether every word is met by something of it. */
export function meets({ theme, organizer, venue = '', forms }: Searched, words: string[]): boolean {
  const texts = [comparable(theme), comparable(venue)];
  return words.every(
    (word) =>
      texts.some((text) => holds(text, word)) ||
      names(comparable(organizer), word) ||
      formsMeant(word).some((form) => forms.includes(form)),
  );
}

const LATIN = /^[a-z]+$/;
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

/** Whether the word spells the characters from there on, each in full, by its initial, or the last one cut short. */
function reads(characters: string[], from: number, word: string): boolean {
  const character = characters[from];
  if (character === undefined) return false;
  return readings(character).some((syllable) => {
    let common = 0;
    while (common < syllable.length && syllable[common] === word[common]) common++;
    if (common === word.length) return true;
    if (!common) return false;
    return (
      (common === syllable.length && reads(characters, from + 1, word.slice(common))) ||
      reads(characters, from + 1, word.slice(1))
    );
  });
}
