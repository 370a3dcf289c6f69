import type { Id, Instant } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { privacyAgreed } from './privacy';

export interface Reminder {
  /** Its own, the same whenever it is made again. */
  id: string;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  place: string;
  /** The phone rings so long before. */
  beforeMinutes: number;
}

/** Puts something into the phone's calendar. False where the person changed their mind; rejects where they may not. */
export async function addReminder(reminder: Reminder): Promise<boolean> {
  const seconds = (at: Instant) => Math.floor(Date.parse(at) / 1000);
  if (!(await privacyAgreed())) return false;
  try {
    await Taro.addPhoneCalendar({
      title: reminder.title,
      startTime: seconds(reminder.startsAt),
      endTime: String(seconds(reminder.endsAt)),
      location: reminder.place,
      alarm: true,
      alarmOffset: reminder.beforeMinutes * 60,
    });
    return true;
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    if (/cancel/.test(errMsg)) return false;
    throw new Error(errMsg);
  }
}

/** The session itself: on the phone as any reminder is. */
export function addSession(_session: Id, reminder: Reminder): Promise<boolean> {
  return addReminder(reminder);
}
