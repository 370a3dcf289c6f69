import { momentText } from '@openday/shared/dates';
import type { Registrant } from '@openday/shared/registrations';
import type { QuotaView, SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { admitting, MODE_WORDS } from '@/lib/text/admitting';

const { pool: words } = admitting;

/** Each pool's numbers as a bar: how many are taken of how many, and what waits for it. */
export function Pools({ session, registrants }: { session: SessionDetail; registrants: Registrant[] }) {
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
            registrants={registrants.filter((each) => each.quota.id === quota.id)}
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

function PoolBar(props: { quota: QuotaView; session: SessionDetail; registrants: Registrant[] }) {
  const { quota, session, registrants } = props;
  const { name, seats, releasesAt } = quota;
  const of = (status: Registrant['status']) => registrants.filter((each) => each.status === status).length;
  const [applied, waiting] = [of('applied'), of('waitlisted')];
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
