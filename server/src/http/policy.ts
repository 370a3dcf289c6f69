import type { Role } from '@openday/shared/auth';
import type { Route } from '@openday/shared/contract';
import { EXPORT_FORMATS, type ExportKind } from '@openday/shared/exports';
import type { Assert } from '@openday/shared/wire';

/**
 * Whose rows an act reaches: what everybody may see; the caller's own; the sessions whose door they work; their unit's
 * and those below it. The guard takes the unit from a caller whose scope is not `unit`, so that no query finds it.
 */
export type Scope = 'public' | 'own' | 'doors' | 'unit';

/** How far each role reaches. Who is not named may not; with `nobody` no signing in is needed. */
export type Policy = { readonly [who in Role | 'nobody']?: Scope };

const all = (scope: Scope) => ({ resident: scope, staff: scope, organizer: scope, district: scope }) as const;

/** Everybody, signed in or not. */
export const OPEN: Policy = { nobody: 'public', ...all('public'), observer: 'public' };
/** Everybody; who is signed in also sees what they chose themselves. */
const OPEN_OWN: Policy = { nobody: 'public', ...all('own'), observer: 'own' };
/** Everybody; a unit also sees its drafts. */
const OPEN_UNIT: Policy = { ...OPEN, organizer: 'unit', district: 'unit', observer: 'unit' };
/** Whoever is signed in, about themselves. */
export const SELF: Policy = { ...all('own'), observer: 'own' };
/** The same for what changes something: observers look only. */
const SELF_ACT: Policy = all('own');
const RESIDENT: Policy = { resident: 'own' };
/** Who acts for a unit. */
const ACT: Policy = { organizer: 'unit', district: 'unit' };
/** Who answers for all units. */
const DISTRICT: Policy = { district: 'unit' };
/** Who sees a unit's desk. */
const LOOK: Policy = { ...ACT, observer: 'unit' };
/** Who acts for a unit, about themselves. */
const ACT_SELF: Policy = { organizer: 'own', district: 'own' };
const DOOR: Policy = { staff: 'doors', ...ACT };

interface Row<R extends Route> {
  policy: Policy;
  acts: R[];
}
const row = <R extends Route>(policy: Policy, ...acts: R[]): Row<R> => ({ policy, acts });
const files = <K extends ExportKind>(...kinds: K[]) =>
  kinds.flatMap((kind) => EXPORT_FORMATS.map((format) => `GET /exports/${kind}.${format}` as const));

/** Role × act × scope, by noun: who may call each route, and how far they reach. */
// biome-ignore format: a row of the table is a line
const TABLE = [
  row(OPEN, 'GET /auth/ways', 'POST /auth/demo', 'POST /auth/wechat', 'POST /auth/phone', 'POST /auth/phone/verify', 'POST /auth/password',
    'POST /auth/password/change', 'POST /auth/totp', 'POST /auth/totp/confirm', 'POST /auth/totp/remove', 'POST /auth/door',
    'POST /auth/refresh', 'POST /auth/logout', 'POST /auth/logout/everywhere'),

  row(SELF, 'GET /me', 'GET /me/export', 'GET /me/export.xlsx', 'GET /me/follows', 'GET /me/consents', 'GET /me/settings',
    'GET /me/restrictions', 'GET /me/suggestions', 'GET /me/sign-in', 'GET /me/devices', 'DELETE /me/devices/:id',
    'GET /me/messages', 'GET /me/messages/unread', 'GET /me/message-credits'),
  row(SELF_ACT, 'PATCH /me', 'POST /me/consents', 'POST /me/consents/withdraw', 'PATCH /me/settings',
    'POST /me/messages/read', 'POST /me/message-credits'),
  row(ACT_SELF, 'GET /me/work-wechat', 'POST /me/work-wechat', 'DELETE /me/work-wechat'),
  row(RESIDENT, 'GET /me/erasure', 'DELETE /me', 'POST /me/phone', 'POST /me/phone/wechat', 'DELETE /me/phone',
    'POST /me/wechat', 'DELETE /me/wechat'),

  row(OPEN, 'GET /organizers', 'GET /places', 'GET /message-channels'),
  row(OPEN_OWN, 'GET /organizers/:id/follow'),
  row(SELF_ACT, 'POST /organizers/:id/follow', 'DELETE /organizers/:id/follow'),
  row(ACT, 'POST /organizers', 'PATCH /organizers/:id'),
  row(LOOK, 'GET /desk/units', 'GET /desk/members', 'GET /desk/audit'),
  row(ACT, 'POST /desk/members', 'PATCH /desk/members/:id', 'POST /desk/members/:id/password', 'POST /desk/members/:id/disable',
    'POST /desk/members/:id/enable'),

  row(LOOK, 'GET /venues', 'GET /desk/venues', 'GET /desk/venues/:id', 'GET /programmes'),
  row(ACT, 'POST /venues', 'PATCH /venues/:id', 'POST /programmes', 'PATCH /programmes/:id'),

  row(OPEN, 'GET /sessions', 'GET /sessions/summary', 'GET /sessions/:id', 'GET /sessions/:id/calendar.ics',
    'GET /events/:id/mini-code', 'GET /sessions/:id/mini-code'),
  row(OPEN_UNIT, 'GET /events', 'GET /events/:id'),
  row(SELF_ACT, 'POST /events/:id/follow', 'DELETE /events/:id/follow'),
  row(LOOK, 'GET /desk/events', 'GET /desk/events/counts', 'GET /desk/events/:id', 'GET /slot-plans', 'GET /webhooks'),
  row(ACT, 'POST /events', 'PATCH /events/:id', 'DELETE /events/:id', 'POST /events/:id/sessions', 'POST /events/:id/submit',
    'POST /events/:id/withdraw', 'POST /events/:id/approve', 'POST /events/:id/send-back', 'POST /events/:id/publish',
    'POST /events/:id/cancel', 'PUT /events/:id/questions', 'POST /recurrences/preview'),
  row(ACT, 'PATCH /sessions/:id', 'POST /sessions/:id/change/approve', 'POST /sessions/:id/change/send-back',
    'POST /sessions/:id/change/withdraw', 'POST /sessions/:id/cancel', 'PUT /sessions/:id/setup'),
  row(ACT, 'POST /slot-plans', 'PATCH /slot-plans/:id', 'POST /slot-plans/:id/make'),
  row(ACT, 'POST /webhooks', 'PATCH /webhooks/:id', 'DELETE /webhooks/:id'),
  row(OPEN, 'GET /images/:sha'),
  row(ACT, 'POST /images', 'DELETE /images/:sha'),

  row(SELF, 'GET /registrations', 'GET /registrations/:id', 'GET /registrations/:id/ticket', 'GET /registrations/:id/arrival'),
  row(SELF_ACT, 'POST /sessions/:id/registrations', 'PATCH /registrations/:id', 'POST /registrations/:id/cancel',
    'POST /registrations/:id/confirm', 'POST /registrations/claim'),
  row(LOOK, 'GET /sessions/:id/registrations', 'GET /sessions/:id/registrations/counts', 'GET /desk/decisions',
    'GET /sessions/:id/messages', 'GET /restrictions', 'GET /desk/calls'),
  row(ACT, 'POST /sessions/:id/registrations/decide', 'POST /registrations/:id/reveal', 'POST /registrations/:id/rung', 'POST /registrations/:id/approve',
    'POST /registrations/:id/decline', 'POST /registrations/:id/move', 'POST /registrations/:id/remove',
    'POST /sessions/:id/messages', 'POST /quotas/:id/invitations', 'GET /quotas/:id/invitations', 'POST /restrictions/:id/clear'),
  row(OPEN, 'GET /sessions/:id/draw'),
  row(ACT, 'POST /sessions/:id/draw'),

  row(DOOR, 'GET /check-in/sessions', 'GET /check-in/sessions/:id/pack', 'POST /check-in/scans',
    'POST /check-in/sessions/:id/excuse', 'GET /check-in/sessions/:id/counts'),
  row(ACT, 'POST /check-in/sessions/:id/new-key', 'POST /check-in/sessions/:id/staff/:account/revoke', 'POST /check-in/invites',
    'POST /check-in/invites/:id/revoke', 'POST /check-in/invites/mini-code'),
  row(LOOK, 'GET /check-in/sessions/:id/staff'),

  row(SELF_ACT, 'POST /suggestions', 'POST /suggestions/:id/rating', 'POST /suggestions/:id/notes'),
  row(SELF, 'GET /suggestions/:id'),
  row(OPEN, 'GET /events/:id/answers', 'GET /progress', 'GET /progress/answers'),
  row(LOOK, 'GET /desk/suggestions', 'GET /desk/suggestions/counts', 'GET /desk/suggestions/:id',
    'GET /desk/publications'),
  row(ACT, 'POST /desk/suggestions', 'POST /suggestions/:id/take', 'POST /suggestions/:id/answer', 'POST /suggestions/:id/resolve',
    'POST /suggestions/:id/transfer', 'POST /suggestions/:id/publish', 'POST /suggestions/:id/reveal',
    'POST /suggestions/:id/phone-verdict', 'POST /suggestions/:id/publication/approve',
    'POST /suggestions/:id/publication/refuse'),

  row(OPEN_OWN, 'GET /monthly-topics', 'GET /monthly-topics/:id'),
  row(RESIDENT, 'POST /monthly-topics/:id/vote'),
  row(LOOK, 'GET /desk/monthly-topics', 'GET /desk/monthly-topics/matters'),
  row(ACT, 'POST /monthly-topics', 'PUT /monthly-topics/:id/candidates', 'POST /monthly-topics/:id/open',
    'POST /monthly-topics/:id/choose', 'POST /monthly-topics/:id/session', 'POST /monthly-topics/:id/outcome'),

  row(OPEN, 'GET /sessions/:id/responses/totals', 'GET /events/:id/closing'),
  row(SELF, 'GET /sessions/:id/responses/mine'),
  row(SELF_ACT, 'POST /sessions/:id/responses'),
  row(LOOK, 'GET /events/:id/questionnaires', 'GET /desk/closing', 'GET /desk/closing/due', 'GET /sessions/:id/closing',
    'GET /sessions/:id/closing.docx'),
  row(ACT, 'POST /events/:id/paper-batches', 'PUT /paper-batches/:id', 'DELETE /paper-batches/:id', 'PATCH /sessions/:id/closing',
    'POST /sessions/:id/closing/publish', 'POST /sessions/:id/closing/unpublish', 'POST /desk/past-sessions'),

  row(LOOK, 'GET /plan-imports', 'GET /plan-imports/:id'),
  row(ACT, 'POST /plan-imports', 'PATCH /plan-imports/:id/rows/:row', 'PATCH /plan-imports/:id/rows',
    'POST /plan-imports/:id/publish'),

  row(LOOK, 'GET /desk/tasks', 'GET /reports/attendance', 'GET /reports/board', 'GET /reports/board/weeks',
    'GET /reports/board/groups', 'GET /reports/board/variances', 'GET /reports/annual', 'GET /reports/annual/evidence',
    'GET /reports/annual.docx', 'GET /reports/annual.xlsx'),
  row(LOOK, ...files('sessions', 'attendance', 'registrants', 'suggestions', 'closings', 'organizers', 'venues', 'events', 'plan',
    'satisfaction', 'papers', 'members', 'calls', 'restrictions', 'topics', 'draw', 'programmes', 'imports', 'slots', 'sites',
    'doorStaff', 'messages', 'publications'),
    'GET /exports', 'GET /exports/:id', 'GET /exports/:id/file', 'POST /exports'),
  row(DISTRICT, ...files('audit')),
];

type Act = (typeof TABLE)[number]['acts'][number];
/** Fails to compile while a route of the contract is in no row. */
type _EveryRoute = Assert<[Exclude<Route, Act>] extends [never] ? true : false>;

const LINES: [string, Policy][] = TABLE.flatMap(({ policy, acts }) =>
  acts.map((act): [string, Policy] => [act, policy]),
);
const POLICIES = new Map(LINES);
if (POLICIES.size !== LINES.length) throw new Error('a route stands in two rows of the policy table');

/** By `GET /sessions/:id`; undefined = no route of the contract. */
export const policyOf = (route: string): Policy | undefined => POLICIES.get(route);
