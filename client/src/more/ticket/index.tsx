import type { Registration, Ticket } from '@openday/shared/registrations';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { BottomBar, SideAct } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { CancelSheet } from '@/features/registrations/CancelSheet';
import { OfferActs } from '@/features/registrations/OfferActs';
import { PartySheet } from '@/features/registrations/PartySheet';
import { Pass } from '@/features/registrations/Pass';
import { standing } from '@/features/registrations/standing';
import { LIVE, useRegistration } from '@/features/registrations/useMine';
import { type TicketState, useArrived, useTicket } from '@/features/registrations/useTicket';
import { isDayBefore, toCalendar } from '@/features/sessions/to-calendar';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, openTab, routes } from '@/lib/routes';
import { everyone } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { resident } from '@/lib/text/resident';
import { standingWords } from '@/lib/text/standing';
import { ticketWords as words } from '@/lib/text/ticket';
import { showWay } from '@/lib/way';
import { useTicketTitle } from './useTicketTitle';

/** 入场码: shown from the phone, with or without network. */
export default function TicketPage() {
  const { params } = useRouter<{ id: string; fresh?: string }>();
  const state = useTicket(params.id);
  const registration = useRegistration(params.id);
  const { ticket } = state;
  const arrived = useArrived(ticket);
  const fresh = params.fresh === '1' && !isOff(registration.data);
  useTicketTitle(ticket?.status);
  return (
    <Page foot={ticket ? 'bar' : undefined}>
      {!ticket && state.pending && <Skeleton cards={1} height={480} />}
      {!ticket && state.error && <Failed failure={state.error} onAgain={state.refetch} />}
      {ticket && (
        <>
          <Above state={state} ticket={ticket} fresh={fresh} />
          <Pass ticket={ticket} arrived={arrived} instead={instead(ticket, registration.data ?? null)} />
          {ticket.status !== 'offered' && (
            <Bar ticket={ticket} registration={registration.data ?? null} fresh={fresh} />
          )}
        </>
      )}
    </Page>
  );
}

function Above({ state, ticket, fresh }: { state: TicketState; ticket: Ticket; fresh: boolean }) {
  if (state.unsaved) {
    return (
      <Notice icon="alert">
        <Phrase>{words.unsaved}</Phrase>
      </Notice>
    );
  }
  if (state.kept && ticket.status !== 'confirmed') {
    return (
      <Notice icon="offline" act={{ text: everyone.again, onTap: state.refetch }}>
        <Phrase>{words.old}</Phrase>
      </Notice>
    );
  }
  if (!fresh) return null;
  if (ticket.status === 'waitlisted') {
    return (
      <Notice kind="ok" icon="check">
        <Phrase>{words.queued + words.queuedSub}</Phrase>
      </Notice>
    );
  }
  if (ticket.status === 'applied') {
    return (
      <Notice kind="ok" icon="check">
        {words.sent}
      </Notice>
    );
  }
  if (ticket.status !== 'confirmed') return null;
  return (
    <Notice kind="ok" icon="check">
      {words.done(ticket.seats)}
      {words.saved}
    </Notice>
  );
}

/** Cancelled by either side, though the ticket in the phone may not know it yet. */
function isOff(registration: Registration | undefined): boolean {
  return registration !== undefined && (registration.session.cancelled || !LIVE.includes(registration.status));
}

/** What stands in place of the code, where there is none. */
function instead({ status }: Ticket, registration: Registration | null) {
  if (registration?.session.cancelled) {
    const { cancelReason } = registration.session;
    return <Stated line={words.sessionCancelled} sub={cancelReason ? standingWords.reason(cancelReason) : null} />;
  }
  if (status === 'confirmed') return undefined;
  if (!registration || registration.status !== status) return <Stated line={words.none} sub={words.noneSub} />;
  const { line, sub } = standing(registration, serverNow());
  return (
    <Stated line={line} sub={sub}>
      {status === 'offered' && <OfferActs registration={registration} />}
      {status === 'waitlisted' && <WaitHow session={registration.session.id} />}
    </Stated>
  );
}

/** How one will know that it is one's turn, and what is to be done then. */
function WaitHow({ session }: { session: string }) {
  const { data } = useQuery({
    queryKey: ['session', session],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: session }, signal }),
  });
  return (
    <View className="cell__sub pass__how">
      {data && (
        <View>
          <Phrase>{data.confirmHours ? words.waitHours(data.confirmHours) : words.waitDirect}</Phrase>
        </View>
      )}
      <Phrase>{words.waitHow}</Phrase>
    </View>
  );
}

function Stated({ line, sub, children }: { line: string; sub: string | null; children?: ReactNode }) {
  return (
    <>
      <View className="title">{line}</View>
      {sub && (
        <View className="cell__sub">
          <Phrase>{sub}</Phrase>
        </View>
      )}
      {children}
    </>
  );
}

interface BarProps {
  ticket: Ticket;
  registration: Registration | null;
  /** Just registered: the next thing is to remember it. */
  fresh: boolean;
}

function Bar({ ticket, registration, fresh }: BarProps) {
  const [sheet, setSheet] = useState<'party' | 'cancel' | null>(null);
  const close = () => setSheet(null);
  return (
    <>
      <BottomBar>
        {LIVE.includes(ticket.status) && registration && (
          <>
            {registration.onBehalfOf && ticket.status === 'confirmed' ? (
              <SideAct icon="doc" onTap={() => open(routes.slip(ticket.registrationId))}>
                {words.slip}
              </SideAct>
            ) : (
              <SideAct icon="people" onTap={() => setSheet('party')}>
                {words.party}
              </SideAct>
            )}
            <SideAct icon="close" onTap={() => setSheet('cancel')}>
              {ticket.status === 'confirmed' ? words.leave : registering.mine.stop}
            </SideAct>
          </>
        )}
        <NextStep ticket={ticket} registration={registration} fresh={fresh} />
      </BottomBar>
      {registration && sheet === 'party' && <PartySheet registration={registration} onClose={close} />}
      {registration && sheet === 'cancel' && (
        <CancelSheet registration={registration} onFewer={() => setSheet('party')} onClose={close} />
      )}
    </>
  );
}

/** Just registered: to be reminded. With a code: the way there. Waiting: what else is on. Lapsed: the activity's page, to register anew. */
function NextStep({ ticket, registration, fresh }: BarProps) {
  if (ticket.status === 'confirmed' && fresh && isDayBefore(ticket.startsAt, serverNow())) {
    return (
      <Button kind="primary" icon="calendar" onTap={() => void toCalendar({ ...ticket, id: ticket.sessionId })}>
        {words.remind}
      </Button>
    );
  }
  if (ticket.status === 'confirmed') {
    return (
      <Button kind="primary" onTap={() => void showWay(ticket.venue)}>
        {words.way}
      </Button>
    );
  }
  if (LIVE.includes(ticket.status) || !registration) {
    return (
      <Button kind="primary" onTap={() => openTab(routes.discover)}>
        {resident.event.others}
      </Button>
    );
  }
  const { eventId, id } = registration.session;
  return (
    <Button kind="primary" onTap={() => open(routes.event(eventId, id))}>
      {words.again}
    </Button>
  );
}
