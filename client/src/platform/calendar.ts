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

/** It is in the calendar; it is a file that has to be opened; the person changed their mind. */
export type Noted = 'noted' | 'file' | 'left';

/** Puts something into the phone's calendar; rejects where the person does not allow it. */
export async function addReminder(reminder: Reminder): Promise<Noted> {
  const seconds = (at: Instant) => Math.floor(Date.parse(at) / 1000);
  if (!(await privacyAgreed())) return 'left';
  try {
    await Taro.addPhoneCalendar({
      title: reminder.title,
      startTime: seconds(reminder.startsAt),
      endTime: String(seconds(reminder.endsAt)),
      location: reminder.place,
      alarm: true,
      alarmOffset: reminder.beforeMinutes * 60,
    });
    return 'noted';
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    if (/cancel/.test(errMsg)) return 'left';
    throw new Error(errMsg);
  }
}

/** The session itself: on the phone as any reminder is. */
export function addSession(_session: Id, reminder: Reminder): Promise<Noted> {
  return addReminder(reminder);
}
