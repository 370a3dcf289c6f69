import type { Account } from '@openday/shared/auth';
import type { MyFollows } from '@openday/shared/me';
import Taro from '@tarojs/taro';
import { renderHook } from '@testing-library/react';
import { ApiError, offline } from './api-error';
import { useKeptView } from './kept-views';
import { setTokens } from './tokens';

const AT = Date.parse('2026-09-04T02:20:00.000Z');
const FOLLOWS: MyFollows = { events: [], organizers: [{ id: '3', name: '高新区社保中心', next: null }] };

function signIn(id: string): void {
  setTokens({ accessToken: 'a', refreshToken: 'r', account: { id, role: 'resident', name: '王女士' } as Account });
}

function shown(data: MyFollows | undefined, error: Error | null, tries = error ? 1 : 0) {
  const asked = { data, error, errorUpdateCount: tries, dataUpdatedAt: data ? AT : 0 };
  const { result, unmount } = renderHook(() => useKeptView('follows', asked));
  unmount();
  return result.current;
}

beforeEach(() => {
  Taro.clearStorageSync();
  signIn('1');
});

test('what a page showed last is there without network, with when it was fetched', () => {
  expect(shown(FOLLOWS, null)).toEqual({ data: FOLLOWS, keptAt: null });
  expect(shown(undefined, offline())).toEqual({ data: FOLLOWS, keptAt: '2026-09-04T02:20:00.000Z' });
});

test('it stays while the server is asked once more', () => {
  shown(FOLLOWS, null);
  expect(shown(undefined, null, 1).data).toEqual(FOLLOWS);
  expect(shown(undefined, null, 0).data).toBeUndefined();
});

test('what could not be asked anew says since when it holds', () => {
  expect(shown(FOLLOWS, offline())).toEqual({ data: FOLLOWS, keptAt: '2026-09-04T02:20:00.000Z' });
});

test('somebody else on this phone sees nothing of it, nor anybody what is gone', () => {
  shown(FOLLOWS, null);
  expect(shown(undefined, new ApiError('NOT_FOUND', '没有', 404)).data).toBeUndefined();
  signIn('2');
  expect(shown(undefined, offline())).toEqual({ data: undefined, keptAt: null });
});
