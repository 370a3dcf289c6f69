import type { Id, Instant } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

export interface CalendarEntry {
  sessionId: Id;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  place: string;
}

/** Puts the session into the phone's calendar; WeChat asks the person first. */
export async function addToCalendar(entry: CalendarEntry): Promise<void> {
  const seconds = (at: Instant) => Math.floor(Date.parse(at) / 1000);
  await Taro.addPhoneCalendar({
    title: entry.title,
    startTime: seconds(entry.startsAt),
    endTime: String(seconds(entry.endsAt)),
    location: entry.place,
  });
}
