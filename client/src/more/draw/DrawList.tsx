import { DRAW_OUTCOMES, type DrawEntry, type DrawOutcome, type DrawResult } from '@openday/shared/draws';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Chip } from '@/components/Chip';
import { Phrase } from '@/components/Phrase';
import { SearchField } from '@/components/SearchField';
import { Tag } from '@/components/Tag';
import { classes } from '@/lib/classes';
import { drawWords as words } from '@/lib/text/draw';

/** WeChat bears a thousand nodes on a page; a row has a dozen. */
const AT_ONCE = 50;
const KINDS = { confirmed: 'ok', waitlisted: 'warn', declined: undefined, withdrawn: undefined } as const;

/** What I drew: before anything is explained. */
export function OwnLot({ result, mine }: { result: DrawResult; mine: number | null }) {
  const own = result.entries.find(({ ticketNo }) => ticketNo === mine);
  if (!own) return null;
  return (
    <View className="group">
      <Row entry={own} own pools={result.quotas.length > 1} />
    </View>
  );
}

/** Everybody in the draw by ticket number, with a mask for a name. */
export function DrawList({ result, mine }: { result: DrawResult; mine: number | null }) {
  const [outcome, setOutcome] = useState<DrawOutcome | null>(null);
  const [q, setQ] = useState('');
  const [from, setFrom] = useState(0);
  const pools = result.quotas.length > 1;
  const asked = (change: () => void) => {
    change();
    setFrom(0);
  };
  const wanted = q.replace(/\D/g, '');
  const found = result.entries.filter(
    (entry) => (outcome === null || entry.outcome === outcome) && (!wanted || String(entry.ticketNo).includes(wanted)),
  );
  const rest = found.length - from - AT_ONCE;
  return (
    <>
      <SearchField value={q} placeholder={words.find} onChange={(next) => asked(() => setQ(next))} />
      <View className="chips">
        <Chip on={outcome === null} onTap={() => asked(() => setOutcome(null))}>
          {words.all}
        </Chip>
        {DRAW_OUTCOMES.filter((each) => result.entries.some((entry) => entry.outcome === each)).map((each) => (
          <Chip key={each} on={outcome === each} onTap={() => asked(() => setOutcome(each))}>
            {words.outcome[each]}
          </Chip>
        ))}
      </View>
      <View className="group">
        {found.slice(from, from + AT_ONCE).map((entry) => (
          <Row key={entry.ticketNo} entry={entry} own={entry.ticketNo === mine} pools={pools} />
        ))}
        {found.length === 0 && <View className="section dim">{words.none}</View>}
      </View>
      <View className="note">
        <Phrase>{words.howParty}</Phrase>
      </View>
      {from > 0 && <Act onTap={() => setFrom(from - AT_ONCE)}>{words.earlier}</Act>}
      {rest > 0 && <Act onTap={() => setFrom(from + AT_ONCE)}>{words.more(rest)}</Act>}
    </>
  );
}

function Row({ entry, own, pools }: { entry: DrawEntry; own: boolean; pools: boolean }) {
  const { ticketNo, name, seats, order, outcome, quota } = entry;
  const sub = [words.people(seats), pools && quota, order > 0 && words.order(order)].filter(Boolean).join('，');
  return (
    <View className={classes('lot', own && 'lot--own')}>
      <View className="lot__no">{words.ticket(ticketNo)}</View>
      <View className="grow">
        {name}
        {own && <View className="lot__mine">{words.mine}</View>}
        <View className="cell__sub">{sub}</View>
      </View>
      <Tag kind={KINDS[outcome]}>{words.outcome[outcome]}</Tag>
    </View>
  );
}
