import type { Role } from '@openday/shared/auth';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a sign-in lives unused, and how long at all. */
const LIVES: Record<Role, { idle: number; whole: number }> = {
  resident: { idle: 30 * DAY_MS, whole: 365 * DAY_MS },
  staff: { idle: 3 * DAY_MS, whole: 30 * DAY_MS },
  organizer: { idle: 12 * HOUR_MS, whole: 7 * DAY_MS },
  observer: { idle: 12 * HOUR_MS, whole: 7 * DAY_MS },
  district: { idle: 2 * HOUR_MS, whole: 12 * HOUR_MS },
};

/** Until when one that began then and is used now may be renewed. */
export function endOf(role: Role, beganAt: Date, now: Date): Date {
  const { idle, whole } = LIVES[role];
  return new Date(Math.min(now.getTime() + idle, beganAt.getTime() + whole));
}

const MACHINES: [RegExp, string][] = [
  [/HarmonyOS/i, '鸿蒙手机'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
];

/** What a person knows their device by, from what it says of itself. */
export function deviceOf(userAgent: string): string {
  const machine = MACHINES.find(([form]) => form.test(userAgent))?.[1] ?? '设备';
  return /MicroMessenger/i.test(userAgent) ? `${machine} · 微信` : machine;
}
