import type { Role } from '@openday/shared/auth';
import type { DoorSession } from '@openday/shared/check-in';
import type { PlanImport } from '@openday/shared/plans';
import type { Registration } from '@openday/shared/registrations';
import type { SessionCard } from '@openday/shared/sessions';
import { Account } from './account';

interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Every route the app is built with, so that a new page is looked at from the day it is born. */
export function everyPage(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { default: app } = jest.requireActual<{ default: AppConfig }>('../../src/app.config');
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}

/** Whose page it is, by the package it lies in. */
export function viewerOf(route: string): Role {
  if (route.startsWith('staff/')) return 'staff';
  return isDesk(route) ? 'district' : 'resident';
}

/** A page of the unit's and the district's desk, in any of its packages. */
export const isDesk = (route: string): boolean => /^(organizer|records|editor|district)\//.test(route);

/** What a page is told when it is opened, `id=…`: of what the demo holds, or of what is made here to be looked at. */
export async function toldTo(route: string, account: Account, origin: string): Promise<string> {
  const name = route === 'voice/rate/index' ? 'session' : 'id';
  return `${name}=${await idFor(route, account, origin)}`;
}

async function idFor(route: string, account: Account, origin: string): Promise<string> {
  const first = async <T>(path: string) => (await account.get<{ items: T[] }>(path)).items[0];
  if (route.startsWith('staff/')) return (await first<DoorSession>('/check-in/sessions'))?.id ?? '';
  if (route === 'organizer/plan-review/index') {
    return (await account.post<PlanImport>('/plan-imports', { text: sheet(36), title: '开放月计划', year: 2026 })).id;
  }
  const past = '/sessions?past=true';
  if (route === 'editor/place/index') return (await first<{ id: string }>('/desk/venues'))?.id ?? '';
  if (route === 'records/report/index') return (await first<SessionCard>(past))?.id ?? '';
  if (route === 'records/papers/index') return (await first<SessionCard>(past))?.eventId ?? '';
  if (/^more\/(ticket|slip)\//.test(route)) return (await first<Registration>('/registrations'))?.id ?? '';
  if (route === 'more/draw/index') return drawnSession(origin);
  if (route === 'pages/event/index') return openEvent(origin);
  if (route === 'voice/suggestion/index') {
    const said = { kind: 'suggestion', text: '东门的路灯晚上不亮' };
    return (await account.post<{ id: string }>('/suggestions', said)).id;
  }
  if (/^(organizer\/(session|setup|door)|voice\/rate)\//.test(route))
    return (await first<SessionCard>('/sessions'))?.id ?? '';
  return (await first<SessionCard>('/sessions'))?.eventId ?? '';
}

/** A session whose seats go by lot. */
async function drawnSession(origin: string): Promise<string> {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const draw = { drawsAt: inMinutes(40), publicSource: '当天福彩 3D 开奖号' };
  const desk = await Account.of(origin, 'district');
  return (await desk.publishes('看污水怎样变成清水', { mode: 'draw', closesAt: inMinutes(30), draw })).id;
}

/** An event nobody has registered for. */
async function openEvent(origin: string): Promise<string> {
  return (await (await Account.of(origin, 'district')).publishes('净水厂的一天')).eventId;
}

/** A plan as text, with so many rows that say neither a day nor a place. */
function sheet(rows: number): string {
  const row = (n: number) =>
    `${n}\t9月上旬\t走进第${n}便民服务中心\t参观大厅，座谈交流\t20人\t许营镇\t办公室 0635-0000001`;
  const head = '序号\t时间\t主题\t内容\t人数\t承办单位\t联系人';
  return [head, ...Array.from({ length: rows }, (_, n) => row(n + 1))].join('\n');
}
