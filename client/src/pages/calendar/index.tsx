import { dayOf } from '@openday/shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { MonthGrid, MonthLegend } from '@/features/sessions/MonthGrid';
import { useMonth } from '@/features/sessions/useMonth';
import { Tabs } from '@/features/tabs/Tabs';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { everyone } from '@/lib/text/everyone';
import { finding } from '@/lib/text/finding';
import { DayList } from './DayList';
import { UndatedOfMonth } from './UndatedOfMonth';
import './calendar.scss';

const { calendar: words } = finding;

/** 日历: a month of the programme, and what is on the chosen day. */
export default function CalendarPage() {
  const today = dayOf(serverNow());
  const [month, setMonth] = useState(monthOf(today));
  const [day, setDay] = useState(today);
  const { marks, total, storedAt, pending, busy, failure, again: askMonth } = useMonth(month);
  const client = useQueryClient();
  const again = () => {
    askMonth();
    void client.refetchQueries({ queryKey: ['day'], type: 'active' });
  };
  const turn = (to: string) => {
    setMonth(to);
    setDay(to === monthOf(today) ? today : `${to}-01`);
  };
  const next =
    [...(marks?.values() ?? [])].find((mark) => mark.day > day && mark.day >= today && mark.open > 0)?.day ?? null;

  useDidShow(() => {
    if (failure || storedAt) again();
  });

  return (
    <Page foot="tabs">
      {storedAt && <KeptNotice at={storedAt} busy={busy} onAgain={again} />}
      {failure && <Failed failure={failure} onAgain={again} />}
      <Group>
        <MonthGrid
          month={month}
          marks={marks}
          today={today}
          chosen={day}
          sub={pending ? everyone.loading : failure ? ' ' : total > 0 ? words.total(total) : words.totalNone}
          onMonth={turn}
          onPick={setDay}
        />
        <MonthLegend />
      </Group>
      {!failure && (
        <>
          <DayList day={day} mark={marks?.get(day)} pending={pending} next={next} onDay={setDay} />
          <UndatedOfMonth month={month} />
        </>
      )}
      <Tabs on="calendar" />
    </Page>
  );
}
