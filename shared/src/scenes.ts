import type { Id } from './wire';

/** What a mini code carries: WeChat takes 32 characters. */
export const MOST_SCENE = 32;

/** 活动 · 场次 · 门口邀请 (its token) */
export type Scene = { kind: 'event' | 'session'; id: Id } | { kind: 'door'; token: string };

const LETTER = { event: 'e', session: 's', door: 'd' } as const;

export const sceneOf = (scene: Scene): string =>
  `${LETTER[scene.kind]}-${scene.kind === 'door' ? scene.token : scene.id}`;

/** Null for what is none of ours: the page then opens without. */
export function readScene(text: string): Scene | null {
  const [, letter, value = ''] = /^([esd])-([\w-]{19,30})$/.exec(text) ?? [];
  if (letter === 'd') return { kind: 'door', token: value };
  if (!letter || !/^\d{19}$/.test(value)) return null;
  return { kind: letter === 'e' ? 'event' : 'session', id: value };
}
