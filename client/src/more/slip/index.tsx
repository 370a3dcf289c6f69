import { registrationCode } from '@openday/shared/check-in-code';
import { rangeText } from '@openday/shared/dates';
import type { Registration, Ticket } from '@openday/shared/registrations';
import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { QrCode } from '@/components/QrCode';
import { Skeleton } from '@/components/Skeleton';
import { useTicket } from '@/features/registrations/useTicket';
import { api } from '@/lib/api';
import { fromBase64 } from '@/lib/base64';
import { serverNow } from '@/lib/clock';
import { slipWords as words } from '@/lib/text/slip';
import { printPage } from '@/platform/print';
import './slip.scss';

/** 凭条: on paper, for who has no telephone; large, black on white, with a code that does not change. */
export default function SlipPage() {
  const { params } = useRouter<{ id: string }>();
  const { ticket, pending, error, refetch } = useTicket(params.id);
  const registration = useQuery({
    queryKey: ['registrations', 'one', params.id],
    queryFn: ({ signal }) => api('GET /registrations/:id', { params: { id: params.id }, signal }),
  });
  if (!ticket) {
    return (
      <Page>
        {pending && <Skeleton cards={1} height={480} />}
        {error && <Failed failure={error} onAgain={refetch} />}
      </Page>
    );
  }
  if (ticket.status !== 'confirmed') {
    return (
      <Page>
        <Empty icon="ticket" title={words.notYet}>
          {words.notYetSub}
        </Empty>
      </Page>
    );
  }
  const print = printPage;
  return (
    <Page foot={print ? 'bar' : undefined} className="slip-page">
      <Slip ticket={ticket} registration={registration.data ?? null} />
      {print ? (
        <BottomBar>
          <Button kind="primary" onTap={print}>
            {words.print}
          </Button>
        </BottomBar>
      ) : (
        <View className="note center">{words.shoot}</View>
      )}
    </Page>
  );
}

function Slip({ ticket, registration }: { ticket: Ticket; registration: Registration | null }) {
  const { name, seats, phoneLast4, venue, startsAt, endsAt, theme } = ticket;
  const contact = useContact(registration?.session.eventId);
  const code = printedCode(ticket);
  return (
    <View className="slip">
      <View className="slip__head">
        <View className="slip__kind">{words.title}</View>
        <View className="slip__theme">
          <Phrase>{theme}</Phrase>
        </View>
      </View>
      <View className="slip__code">
        <QrCode className="slip__qr" text={code} label={words.codeOf(name)} />
      </View>
      <View className="slip__facts">
        <Fact label={words.who} sub={phoneLast4 ? words.last4(phoneLast4) : null}>
          {words.for(name, seats)}
        </Fact>
        <Fact label={words.when}>
          <Phrase>{rangeText(startsAt, endsAt, serverNow())}</Phrase>
        </Fact>
        <Fact label={words.where} sub={venue.address}>
          {venue.name}
        </Fact>
        {contact && (
          <Fact label={words.call} sub={contact.name}>
            {contact.phone}
          </Fact>
        )}
      </View>
      <View className="slip__note">{words.hint}</View>
      {registration?.onBehalfOf && <View className="slip__note">{words.claim}</View>}
      <View className="slip__typed">
        <View className="slip__small">{words.code}</View>
        {(code.match(/.{1,12}/g) ?? []).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a code have no identity but their place
          <Text key={index} className="slip__part">
            {part.replaceAll(' ', '␣')}
          </Text>
        ))}
      </View>
    </View>
  );
}

function Fact({ label, sub, children }: { label: string; sub?: string | null; children: ReactNode }) {
  return (
    <View className="slip__fact">
      <View className="slip__label">{label}</View>
      <View className="grow">
        <View className="strong">{children}</View>
        {sub && <View className="slip__small">{sub}</View>}
      </View>
    </View>
  );
}

/** The unit's office, whom one can call. */
function useContact(eventId: string | undefined) {
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id: eventId ?? '' }, signal }),
    enabled: eventId !== undefined,
  });
  return event.data?.contact ?? null;
}

/** The code on paper: the same for ever, and told apart at the door from one on a phone. */
function printedCode({ keyId, sessionId, registrationId, seats, codeKey }: Ticket): string {
  const fields = { keyId, sessionId, registrationId, seats, counter: 0, kind: 'printed' as const };
  return registrationCode(fields, fromBase64(codeKey));
}
