import { momentText } from '@openday/shared/dates';
import type { RegistrantCounts } from '@openday/shared/registrants';
import type { QuotaView, SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { admitting, MODE_WORDS } from '@/lib/text/admitting';

const { pool: words } = admitting;

/** Each pool's numbers as a bar: how many are taken of how many, and what waits for it. */
export function Pools({ session, counts }: { session: SessionDetail; counts: RegistrantCounts | undefined }) {
  const { quotas, ceiling, venue } = session;
  const sum = quotas.reduce((all, { seats }) => all + seats.capacity, 0);
  const most = ceiling ?? sum;
  return (
    <>
      <View className="group poolbars">
        {quotas.map((quota) => (
          <PoolBar
            key={quota.id}
            quota={quota}
            session={session}
            parties={counts?.pools.find(({ quotaId }) => quotaId === quota.id)?.parties}
          />
        ))}
      </View>
      {ceiling !== null && <View className="after poolbars__after">{words.ceiling(ceiling, venue.capacity)}</View>}
      {venue.capacity !== null && most > venue.capacity && (
        <View className="after poolbars__after warn">{words.overRoom(most, venue.capacity)}</View>
      )}
    </>
  );
}

interface PoolBarProps {
  quota: QuotaView;
  session: SessionDetail;
  parties: RegistrantCounts['parties'] | undefined;
}

function PoolBar({ quota, session, parties }: PoolBarProps) {
  const { name, seats, releasesAt } = quota;
  const { applied = 0, waitlisted: waiting = 0 } = parties ?? {};
  const inDraw = session.mode === 'draw' && !quota.invited && !quota.approval && !session.draw?.drawnAt;
  const lines = [
    inDraw ? words.inDraw(applied) : applied > 0 && words.applied(applied),
    !inDraw && words.left(seats.left),
    waiting > 0 && words.waiting(waiting),
    releasesAt && Date.parse(releasesAt) > serverNow() && words.releases(momentText(releasesAt, serverNow())),
  ].filter(Boolean);
  const share = seats.capacity > 0 ? Math.min(1, seats.taken / seats.capacity) : 0;
  return (
    <View className="poolbar">
      <View className="poolbar__name">{`${name} · ${wayWords(quota, session)}`}</View>
      <View className="poolbar__n">
        {inDraw ? words.drawn(seats.capacity) : admitting.ofCapacity(seats.taken, seats.capacity)}
      </View>
      <View className="poolbar__track">
        <View
          className={classes('poolbar__taken', share === 1 && 'poolbar__taken--full')}
          style={{ width: `${share * 100}%` }}
        />
      </View>
      <View className="person__sub">{lines.join('，')}</View>
    </View>
  );
}

function wayWords({ invited, approval }: QuotaView, { mode }: SessionDetail): string {
  if (invited) return MODE_WORDS.invited;
  return approval ? MODE_WORDS.approval : MODE_WORDS[mode];
}
