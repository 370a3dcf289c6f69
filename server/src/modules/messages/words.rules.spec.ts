import { join } from 'node:path';
import type { MessageKind } from '@openday/shared/messages';
import { KINDS } from '../notifications/kinds.rules';
import type { About } from './about.rules';
import { filled } from './template.rules';
import { wordsOf } from './words.rules';

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

const china = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00.000+08:00`);
const NOW = china('2026-12-20 12:00');
/** An event; `confirmBy`: of a place in it that is offered. */
const about = (confirmBy: Date | null): About => ({
  ...{ theme: '居民议事日', unit: '某某街道', organizerId: '1', programmeId: null, eventId: '2' },
  session: { id: '3', startsAt: NOW, endsAt: NOW, venue: '便民大厅', cancelled: false },
  registration: confirmBy && { id: '4', status: 'offered', seats: 2, confirmBy },
});
const kinds = Object.keys(KINDS) as MessageKind[];
const said = (kind: MessageKind, one: About | null) => wordsOf({ kind, subjectId: '9', note: null }, one, NOW);

test.each(kinds)('%s fits into WeChat’s fields, and leads to a page there is', (kind) => {
  const app = join(__dirname, '../../../../client/src/app.config');
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { default: config } = jest.requireActual<{ default: AppConfig }>(app);
  const pages = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `/${root}/${page}`));
  for (const one of [about(china('2026-12-25 18:00')), about(null), null]) {
    const { title, status, brief, page } = said(kind, one);
    for (const [text, most] of [
      [title, 20],
      [brief, 20],
      [status, 5],
    ] as const)
      expect([text, [...text].length <= most]).toEqual([text, true]);
    if (page) expect(pages).toContain(page.split('?')[0]);
  }
});

test('the unit whose event was approved is led to sending it out; of a change, or sent back, to the event', () => {
  const page = (kind: MessageKind) => said(kind, about(null)).page;
  expect(page('eventApproved')).toBe('/editor/outward/index?id=2&fresh=1');
  for (const kind of ['eventSubmitted', 'eventSentBack', 'changeApproved', 'changeSentBack'] as const)
    expect(page(kind)).toBe('/editor/event/index?id=2');
});

test('who is offered a place is told everywhere until when it is to be confirmed', () => {
  const offer = about(china('2026-12-25 18:00'));
  const words = said('offered', offer);
  expect(words.text).toContain('请在 12月25日 晚上6:00 前确认');
  expect(filled(words, offer, NOW, NOW).what).toBe('候补轮到您，12月25日18:00前确认');
});
