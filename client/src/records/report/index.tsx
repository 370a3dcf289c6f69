import type { Closing } from '@openday/shared/closing';
import { dayText, rangeText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { closingReport as words } from '@/lib/text/closing-report';
import { Asked } from './Asked';
import { Numbers } from './Numbers';
import { Photos } from './Photos';
import { Preview } from './Preview';
import { Records } from './Records';
import { type Report, useReport } from './useReport';
import './report.scss';

/** B15: what came of one session; prefilled, what is missing asked first. */
export default function ReportPage() {
  const { params } = useRouter<{ id?: string }>();
  const report = useReport(params.id ?? '');
  const { data } = report.found;
  return (
    <Desk
      on="closing"
      title={data?.theme ?? words.title}
      sub={data && subOf(data)}
      crumb={data && `${words.title} / ${data.organizer.name}`}
      acts={data && <Acts closing={data} report={report} />}
    >
      {() => <Body report={report} />}
    </Desk>
  );
}

function Body({ report }: { report: Report }) {
  const { data, isPending, error, refetch } = report.found;
  if (isPending) return <Skeleton cards={3} height={140} />;
  if (!data) return <Failed failure={error ?? new Error(words.title)} onAgain={() => void refetch()} />;
  return (
    <>
      <Numbers closing={data} />
      <View className="report">
        <View className="report__main">
          {data.state !== 'published' && <Asked closing={data} report={report} />}
          <Records closing={data} report={report} />
        </View>
        <View className="report__side">
          <Photos closing={data} report={report} />
          <Preview closing={data} report={report} />
        </View>
      </View>
      <View className="narrow-only report__end">
        <Acts closing={data} report={report} />
      </View>
    </>
  );
}

function Acts({ closing, report }: { closing: Closing; report: Report }) {
  const { eventId, sessionId, state, gaps } = closing;
  const file = (
    <Button kind="white" icon="download" busy={report.filing} onTap={() => report.file(closing.theme)}>
      {words.word}
    </Button>
  );
  if (state !== 'published')
    return (
      <>
        {file}
        <Button kind="primary" off={gaps.length > 0} busy={report.busy} onTap={report.publish}>
          {words.publish}
        </Button>
      </>
    );
  return (
    <>
      {file}
      <Button kind="white" onTap={() => open(routes.event(eventId, sessionId))}>
        {words.asPublished}
      </Button>
      <Button kind="white" busy={report.busy} onTap={report.unpublish}>
        {words.unpublish}
      </Button>
    </>
  );
}

/** How many of the figures the records have. */
function subOf(closing: Closing): string {
  const { startsAt, endsAt, dueAt, gaps, state, publishedAt, questionnaires, suggestions } = closing;
  const now = serverNow();
  const when = rangeText(startsAt, endsAt, now);
  if (state === 'published') return `${when} · ${words.published(dayText(publishedAt ?? dueAt, now))}`;
  const { handedOut, online, answered } = questionnaires;
  const had = [
    closing.actual !== null,
    closing.explanations !== null,
    handedOut > 0 || online !== 0,
    Boolean(answered),
    suggestions.received > 0,
    closing.forms.length > 0,
  ];
  return [when, words.due(dayText(dueAt, now)), words.state(had.filter(Boolean).length, gaps.length)].join(' · ');
}
