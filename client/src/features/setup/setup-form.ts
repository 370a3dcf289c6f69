import type { CompanionKind, Mode, NewQuota, SessionDetail, SessionSetup } from '@openday/shared/sessions';
import type { Instant } from '@openday/shared/wire';
import { newKey } from '@/lib/new-key';

/** A pool as it is being edited; numbers as typed. */
export interface PoolForm {
  /** For the list on screen only. */
  key: string;
  name: string;
  capacity: string;
  declaration: string;
  approval: boolean;
  invited: boolean;
  asksEnterprise: boolean;
  perEnterprise: string;
  releasesAt: Instant | null;
}

/** How a session gives out its seats, as it is being edited; null = the usual. */
export interface SetupForm {
  mode: Mode;
  pools: PoolForm[];
  ceiling: string;
  partyMax: number;
  companions: CompanionKind;
  asksChildren: boolean;
  opensAt: Instant | null;
  closesAt: Instant | null;
  cancelsUntil: Instant | null;
  confirmHours: number | null;
  drawsAt: Instant | null;
  publicSource: string;
}

export function newPool(name = '', capacity = ''): PoolForm {
  return {
    key: newKey(),
    name,
    capacity,
    declaration: '',
    approval: false,
    invited: false,
    asksEnterprise: false,
    perEnterprise: '',
    releasesAt: null,
  };
}

/** What stands. */
export function setupForm(session: SessionDetail): SetupForm {
  return {
    mode: session.mode,
    pools: session.quotas.map((quota) => ({
      ...newPool(quota.name, String(quota.seats.capacity)),
      declaration: quota.declaration ?? '',
      approval: quota.approval,
      invited: quota.invited,
      asksEnterprise: quota.asksEnterprise,
      perEnterprise: quota.perEnterprise === null ? '' : String(quota.perEnterprise),
      releasesAt: quota.releasesAt,
    })),
    ceiling: session.ceiling === null ? '' : String(session.ceiling),
    partyMax: session.partyMax,
    companions: session.companions,
    asksChildren: session.asksChildren,
    opensAt: session.opensAt,
    closesAt: session.closesAt,
    cancelsUntil: session.cancelsUntil === session.startsAt ? null : session.cancelsUntil,
    confirmHours: session.confirmHours,
    drawsAt: session.draw?.drawsAt ?? null,
    publicSource: session.draw?.publicSource ?? '',
  };
}

/** Another way of registering; one that needs seats begins with a pool. */
export function withMode(form: SetupForm, mode: Mode, firstPool: string): SetupForm {
  const pools = mode !== 'none' && form.pools.length === 0 ? [newPool(firstPool)] : form.pools;
  return { ...form, mode, pools };
}

/** What is wrong before it is sent, by field as the server names them; empty = it can be sent. */
export function setupLacks(form: SetupForm, words: { name: string; capacity: string; draws: string }) {
  const lacks: Record<string, string> = {};
  if (form.mode === 'none') return lacks;
  form.pools.forEach(({ name, capacity }, index) => {
    if (name.trim() === '') lacks[`quotas.${index}.name`] = words.name;
    if (!/^\d{1,6}$/.test(capacity.trim())) lacks[`quotas.${index}.capacity`] = words.capacity;
  });
  if (form.mode === 'draw' && !form.drawsAt) lacks.draw = words.draws;
  return lacks;
}

/** As the server takes it: only what differs from the usual. */
export function sessionSetup(form: SetupForm): SessionSetup {
  if (form.mode === 'none') return { mode: 'none' };
  const ceiling = Number(form.ceiling.trim());
  return {
    mode: form.mode,
    quotas: form.pools.map(newQuota),
    partyMax: form.partyMax,
    companions: form.companions,
    asksChildren: form.asksChildren,
    ...(form.ceiling.trim() !== '' && { ceiling }),
    ...(form.opensAt && { opensAt: form.opensAt }),
    ...(form.closesAt && { closesAt: form.closesAt }),
    ...(form.cancelsUntil && { cancelsUntil: form.cancelsUntil }),
    ...(form.confirmHours !== null && { confirmHours: form.confirmHours }),
    ...(form.mode === 'draw' &&
      form.drawsAt && {
        draw: {
          drawsAt: form.drawsAt,
          ...(form.publicSource.trim() && { publicSource: form.publicSource.trim() }),
        },
      }),
  };
}

function newQuota(pool: PoolForm): NewQuota {
  const declaration = pool.declaration.trim();
  return {
    name: pool.name.trim(),
    capacity: Number(pool.capacity.trim()),
    ...(declaration && { declaration }),
    ...(pool.approval && { approval: true }),
    ...(pool.invited && { invited: true }),
    ...(pool.asksEnterprise && { asksEnterprise: true }),
    ...(pool.asksEnterprise && pool.perEnterprise.trim() && { perEnterprise: Number(pool.perEnterprise.trim()) }),
    ...(pool.releasesAt && { releasesAt: pool.releasesAt }),
  };
}

/** Seats of all pools as typed. */
export function seatsTyped({ pools }: Pick<SetupForm, 'pools'>): number {
  return pools.reduce((sum, { capacity }) => sum + (Number(capacity) || 0), 0);
}
