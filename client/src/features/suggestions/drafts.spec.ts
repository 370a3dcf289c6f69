import Taro from '@tarojs/taro';
import { readStored } from '@/lib/stored';
import { draftAt, dropDraft, keepDraft } from './drafts';

const BLANK = { kind: 'question', text: '' };

beforeEach(() => Taro.removeStorageSync('sayDrafts'));

test('what was written is there again with the key it will be sent with', () => {
  const draft = { ...draftAt('say:1', BLANK), text: '几点开门' };
  keepDraft('say:1', draft);
  expect(draftAt('say:1', BLANK)).toEqual(draft);
  expect(draftAt('say:2', BLANK).text).toBe('');
});

test('once the server has it nothing of it stays on the phone', () => {
  keepDraft('say:1', { ...draftAt('say:1', BLANK), text: '几点开门' });
  dropDraft('say:1');
  expect(readStored('sayDrafts')).toBeNull();
});

test('what was emptied again is as it was asked for, with a key of its own', () => {
  const emptied = { ...draftAt('say:1', BLANK), kind: 'complaint', text: '' };
  keepDraft('say:1', emptied);
  const next = draftAt('say:1', BLANK);
  expect(next.kind).toBe('question');
  expect(next.key).not.toBe(emptied.key);
});

test('a phone without room keeps what is on the page, and says nothing is lost that is not', () => {
  const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('exceeded');
  });
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => keepDraft('say:1', draftAt('say:1', BLANK))).not.toThrow();
  expect(told).toHaveBeenCalled();
  full.mockRestore();
  told.mockRestore();
});
