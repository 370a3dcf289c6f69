import type { Tokens } from '@openday/shared/auth';
import type { NewConsent } from '@openday/shared/me';
import type { Invitation, Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Account } from '../../src/modules/accounts/account.entity';
import { Api } from './api';
import type { TestApp } from './app';
import { Draws } from './draws';
import { aPublishedSession, register } from './factories';
import { NoShows } from './no-shows';
import { say } from './suggestions';

/** What only this resident wrote: after their deletion no table may hold any of it. */
export const SECRETS = {
  name: '欧阳全有',
  phone: '13800000391',
  companion: '慕容同来',
  proxied: '上官老父',
  proxiedPhone: '13800000392',
  answer: '坐轮椅来的',
  idNumber: '110101199003070070',
  enterprise: '全有机械厂',
  said: '我家三号楼的灯不亮',
};

/** A resident of whom there is something in every table that may hold something. */
export interface WholeResident {
  api: Api;
  accountId: string;
  refreshToken: string;
  /** Full: held by the resident, a neighbour waits for it. */
  upcoming: { session: SessionDetail; registration: Registration; neighbour: Api };
  /** Over, and attended. */
  past: SessionDetail;
  drawn: SessionDetail;
  followed: string;
}

const QUESTIONS = [
  { id: 'how', kind: 'text' as const, text: '您怎么来？' },
  { id: 'idno', kind: 'idNumber' as const, text: '身份证号', reason: '进厂要登记' },
];
const ANSWERS = [
  { question: 'how', value: SECRETS.answer },
  { question: 'idno', value: SECRETS.idNumber },
];

export async function aWholeResident(test: TestApp, desk: Api): Promise<WholeResident> {
  const { body: tokens } = await test.anonymous.post<Tokens>('/auth/demo', { role: 'resident', name: SECRETS.name });
  const api = new Api(test.app, tokens.accessToken);
  // Not a demo name: what signs in otherwise has no name in its account's username.
  await test.database.write((m) => m.update(Account, { id: tokens.account.id }, { username: null }));
  await api.patch('/me', { phone: SECRETS.phone, over60: false });
  const agreed: NewConsent = { kind: 'privacy', version: '2026-11-21' };
  await api.post('/me/consents', agreed);
  await api.patch('/me/settings', { off: ['reminders'], sms: true });
  await api.post('/registrations/claim', { code: '6BFOXN%TS3DHPVO13J /G-/2YRVA.Q8', phone: SECRETS.phone });

  const noShows = new NoShows(test, desk);
  const programme = await noShows.programme(1);
  await noShows.misses(api, programme, 1);
  await noShows.seek(programme);

  const past = await aPublishedSession(desk, {}, { questions: QUESTIONS });
  const attended = await register(api, past.id, {
    seats: 2,
    companions: [{ name: SECRETS.companion }],
    answers: ANSWERS,
  });
  await noShows.comes(past.id, attended.body);
  await noShows.held(past);

  const answers = { satisfaction: 'good', clarity: 'clear', line: SECRETS.said };
  await api.post(`/sessions/${past.id}/responses`, answers);
  await say(api, { text: SECRETS.said });
  const { body: answered } = await say(api, { text: SECRETS.said, sessionId: past.id });
  await desk.post(`/suggestions/${answered.id}/take`, {});
  await desk.post(`/suggestions/${answered.id}/answer`, { text: `您说的“${SECRETS.said}”，换好了` });

  const quotas = [{ name: '企业', capacity: 2, asksEnterprise: true }];
  const session = await aPublishedSession(desk, { quotas }, { questions: QUESTIONS });
  const upcoming = await register(api, session.id, {
    seats: 2,
    companions: [{ name: SECRETS.companion }],
    enterprise: SECRETS.enterprise,
    answers: ANSWERS,
  });
  const neighbour = await test.as('resident', '排着队的');
  await register(neighbour, session.id, { enterprise: '别的厂', joinWaitlist: true });

  const elsewhere = await aPublishedSession(desk);
  await register(api, elsewhere.id, {
    onBehalfOf: { name: SECRETS.proxied, phone: SECRETS.proxiedPhone, relation: 'parent', consent: true },
  });
  const guests = await aPublishedSession(desk, { quotas: [{ name: '代表', capacity: 3, invited: true }] });
  const made = await desk.post<{ items: Invitation[] }>(`/quotas/${guests.quotas[0]?.id}/invitations`, { count: 1 });
  await register(api, guests.id, { invitation: made.body.items[0]?.code });

  const draws = new Draws(test, desk);
  const drawn = await draws.session(3);
  await register(api, drawn.id);
  await draws.isDue(drawn);
  await draws.draw(desk, drawn);

  const { eventId: followed } = await aPublishedSession(desk);
  await api.post(`/events/${followed}/follow`);
  await api.post(`/organizers/${past.organizer.id}/follow`);
  return {
    api,
    accountId: tokens.account.id,
    refreshToken: tokens.refreshToken,
    upcoming: { session, registration: upcoming.body, neighbour },
    past,
    drawn,
    followed,
  };
}

/** Every row of every table, as text values. */
export async function everyRow({ database }: TestApp): Promise<{ table: string; cells: string[] }[]> {
  const { entityMetadatas } = database.read.connection;
  const tables = await Promise.all(
    entityMetadatas.map(async ({ tableName }) => {
      const rows = (await database.read.query(`SELECT * FROM ${tableName}`)) as Record<string, unknown>[];
      return rows.map((row) => ({
        table: tableName,
        cells: Object.values(row).map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell ?? null))),
      }));
    }),
  );
  return tables.flat();
}
