import { counterAt, registrationCode, STEP_MS } from '@openday/shared/check-in-code';
import { rangeText } from '@openday/shared/dates';
import type { Ticket } from '@openday/shared/registrations';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FactRow } from '@/components/FactRow';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { QrCode } from '@/components/QrCode';
import { fromBase64 } from '@/lib/base64';
import { classes } from '@/lib/classes';
import { serverNow, useNow } from '@/lib/clock';
import { everyone } from '@/lib/text/everyone';
import { ticketWords as words } from '@/lib/text/ticket';
import { useHeldScreen } from '@/lib/useHeldScreen';
import './registrations.scss';

export interface PassProps {
  ticket: Ticket;
  /** Stands in place of the code: waiting, cancelled. */
  instead?: ReactNode;
  /** How many of the party are in; null = nobody knows. */
  arrived?: number | null;
}

/** The ticket: what, the code, how many, and the way in without a code. */
export function Pass({ ticket, instead, arrived = null }: PassProps) {
  const { theme, startsAt, endsAt, seats, venue, phoneLast4 } = ticket;
  return (
    <View className="pass">
      <View className={classes('pass__top', Boolean(instead) && 'pass__top--off')}>
        <View className="strong">
          <Phrase>{theme}</Phrase>
        </View>
        <View className="pass__when">
          <Phrase>{rangeText(startsAt, endsAt, serverNow())}</Phrase>
        </View>
      </View>
      {instead ? (
        <View className="pass__none">{instead}</View>
      ) : (
        <View className="pass__qr">
          <LiveCode ticket={ticket} />
          <View className="pass__live">
            <Icon name="check" />
            {arrived ? words.arrived(arrived, seats) : words.offlineWorks}
          </View>
        </View>
      )}
      <View className="pass__who">
        <View className="pass__n">
          {seats}
          <Text className="pass__unit">{words.unit}</Text>
        </View>
        <View className="grow">
          <View>{names(ticket)}</View>
          {!instead && <View className="cell__sub">{seats > 1 ? words.together : words.alone}</View>}
        </View>
      </View>
      <FactRow
        icon="door"
        sub={
          <>
            {venue.address && <View>{venue.address}</View>}
            {!instead && <View>{phoneLast4 ? words.noCode(phoneLast4) : words.noCodeName}</View>}
          </>
        }
      >
        {venue.name}
      </FactRow>
    </View>
  );
}

/** The code of this half minute, made in the phone, on a screen that stays on. */
function LiveCode({ ticket }: { ticket: Ticket }) {
  useHeldScreen({ bright: true });
  const counter = counterAt(useNow(STEP_MS / 10));
  const { keyId, sessionId, registrationId, seats, codeKey } = ticket;
  const fields = { keyId, sessionId, registrationId, seats, counter, kind: 'live' as const };
  const code = registrationCode(fields, fromBase64(codeKey));
  return <QrCode className="pass__code" text={code} label={everyone.code(seats)} />;
}

/** `王女士、妈妈、另 1 人` */
function names({ name, companions }: Ticket): string {
  const named = companions.flatMap((companion) => companion.name ?? []);
  const unnamed = companions.length - named.length;
  return [name, ...named, ...(unnamed > 0 ? [words.unnamed(unnamed)] : [])].filter(Boolean).join('、');
}
