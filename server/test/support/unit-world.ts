import type { Tokens } from '@openday/shared/auth';
import type { DoorInvite } from '@openday/shared/check-in';
import type { StoredImage } from '@openday/shared/contract-images';
import type { EventDetail } from '@openday/shared/events';
import type { MonthlyTopic } from '@openday/shared/monthly-topics';
import type { MemberPassword } from '@openday/shared/people';
import type { Venue } from '@openday/shared/places';
import type { PlanImport } from '@openday/shared/plans';
import type { PaperBatch } from '@openday/shared/questionnaires';
import type { Restriction } from '@openday/shared/registrations';
import type { Device } from '@openday/shared/sign-in';
import type { MadeSlots } from '@openday/shared/slots';
import type { MadeWebhook } from '@openday/shared/webhooks';
import type { Page } from '@openday/shared/wire';
import sharp from 'sharp';
import { ExportJob } from '../../src/modules/exports/export-job.entity';
import type { Organizer } from '../../src/modules/organizers/organizer.entity';
import { Api } from './api';
import type { TestApp } from './app';
import { anOrganizer, aPublishedSession, aSession, inHours, register } from './factories';
import { upload } from './files';
import { NoShows } from './no-shows';
import { say } from './suggestions';

/** What an id in a path, a query or a body names. */
export type Noun =
  | ('organizer' | 'programme' | 'venue' | 'event' | 'session' | 'quota' | 'registration' | 'restriction')
  | ('suggestion' | 'topic' | 'candidate' | 'batch' | 'image' | 'plan' | 'planRow' | 'slotPlan' | 'webhook')
  | ('member' | 'doorStaff' | 'doorInvite' | 'exportJob' | 'device');

/** A unit that has one of everything, and the people around it. */
export interface UnitWorld {
  unit: Organizer;
  desk: Api;
  resident: Api;
  /** Works the door of `session`. */
  doorStaff: Api;
  /** What is public, where a noun is: a published session, its event. */
  ids: Record<Noun, string>;
  /** The same of an event that nobody has seen yet. */
  drafts: { event: string; session: string };
}

/** A sheet of one row. */
export const planText = (unit: string) =>
  [
    '2026年开放月计划表',
    ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t'),
    ['1', '6月中旬', '看粮仓', '到现场看看', '20人', unit, '王小明 0635-0000001'].join('\t'),
  ].join('\n');

export async function aUnitWorld(test: TestApp, name: string): Promise<UnitWorld> {
  const unit = await anOrganizer(test, { name, lng: 116.01, lat: 36.43 });
  const desk = await test.as('organizer', name);
  const resident = await test.as('resident', `${name}的居民`);
  const noShows = new NoShows(test, desk);
  const rule = await noShows.programme(1);
  await noShows.misses(await test.as('resident', `${name}没来的`), rule, 1);
  await noShows.seek(rule);
  const restrictions = await desk.get<Page<Restriction>>('/restrictions');

  const session = await aPublishedSession(desk, {
    quotas: [
      { name: '居民', capacity: 20 },
      { name: '代表', capacity: 3, invited: true },
    ],
  });
  const quota = session.quotas.find((one) => one.name === '代表')!.id;
  const registration = await register(resident, session.id);
  const draft = await desk.post<EventDetail>('/events', { theme: `${name}的草稿`, sessions: [aSession()] });
  const suggestion = await say(resident, { organizerId: unit.id });
  const topic = await desk.post<MonthlyTopic>('/monthly-topics', {
    ...{ month: '2026-09', title: `${name}的一题`, votesUntil: inHours(24) },
  });
  const items = [{ title: '路灯' }, { title: '盲道' }];
  const candidates = await desk.put<MonthlyTopic>(`/monthly-topics/${topic.body.id}/candidates`, { items });
  const place = { name: `${name}的地方`, lng: 116, lat: 36.4, capacity: 12 };
  const venue = await desk.post<Venue>('/venues', place);
  const window = { text: '长期', from: '2026-01-01', to: '2027-12-31', precision: 'recurring' };
  const recurring = await desk.post<EventDetail>('/events', { theme: `${name}长期开放`, window });
  const slots = await desk.post<MadeSlots>('/slot-plans', {
    ...{
      eventId: recurring.body.id,
      venueId: venue.body.id,
      weekdays: [1],
      opens: '09:00',
      ends: '11:00',
      minutes: 60,
    },
    ...{ seats: 10, weeks: 1, skipsHolidays: false },
  });
  const plan = await desk.post<PlanImport>('/plan-imports', { text: planText(name) });
  const batch = await desk.post<PaperBatch>(`/events/${session.eventId}/paper-batches`, {
    ...{ place: '签到台', handedOut: 3, returned: 2 },
  });
  const picture = sharp({ create: { width: 80, height: 60, channels: 3, background: `#${unit.id.slice(-6)}` } });
  const image = await upload<StoredImage>(desk, await picture.jpeg().toBuffer(), 'a.jpg', {}, '/images');
  const webhook = await desk.post<MadeWebhook>('/webhooks', { url: 'https://site.example.cn/hook' });
  const member = await desk.post<MemberPassword>('/desk/members', {
    ...{ username: `m${unit.id.slice(-9)}`, name: '经办', role: 'organizer', organizerId: unit.id },
  });
  const invite = await desk.post<DoorInvite>('/check-in/invites', { sessions: [session.id], hours: 8 });
  const door = await test.anonymous.post<Tokens>('/auth/door', { token: invite.body.token, name: '门口的人' });
  const asked = { kind: 'organizers', format: 'csv' } as const;
  const exportJob = { id: webhook.body.webhook.id, organizerId: unit.id, ...asked, asked, fence: 0, done: 0, total: 0 };
  const asker = (await desk.get<{ id: string }>('/me')).body.id;
  await test.database.write((manager) =>
    manager.insert(ExportJob, { ...exportJob, accountId: asker, state: 'failed', createdAt: new Date() }),
  );
  const devices = await resident.get<{ items: Device[] }>('/me/devices');
  return {
    ...{ unit, desk, resident },
    doorStaff: new Api(test.app, door.body.accessToken),
    ids: {
      ...{ organizer: unit.id, programme: rule.id, venue: venue.body.id, event: session.eventId, session: session.id },
      ...{ quota, registration: registration.body.id, restriction: restrictions.body.items[0]!.id },
      ...{ suggestion: suggestion.body.id, topic: topic.body.id, candidate: candidates.body.candidates[0]!.id },
      ...{ batch: batch.body.id, image: image.body.sha, plan: plan.body.id, planRow: plan.body.items[0]!.id },
      ...{ slotPlan: slots.body.plan.id, webhook: webhook.body.webhook.id, member: member.body.member.id },
      ...{ doorStaff: door.body.account.id, doorInvite: invite.body.id, exportJob: exportJob.id },
      device: devices.body.items[0]!.id,
    },
    drafts: { event: draft.body.id, session: draft.body.sessions[0]!.id },
  };
}
