import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { likelyVenues } from '@/features/plans/likely';
import { madeVenues } from '@/features/plans/made-venues';
import { decide } from '@/features/plans/row-saver';
import { useVenues } from '@/features/venues/useVenues';
import { VenueSheet } from '@/features/venues/VenueSheet';
import { deciding } from '@/lib/text/deciding';
import { planning } from '@/lib/text/planning';
import { review } from '@/lib/text/review';
import { type FieldProps, FieldRow } from './FieldRow';

const { venue: words } = planning;
const { steps, unit } = deciding;

/** Where: a known place, or a new one. What the sheet says is proposed where it is like a known one. */
export function VenueField(props: FieldProps) {
  const { plan, row, locked } = props;
  const [choosing, setChoosing] = useState(false);
  const { venueId, venue } = row.decided;
  const { venues } = useVenues('');
  const known = venues.find(({ id }) => id === venueId);
  const chosen = venueId ? { name: known?.name ?? words.chosen, address: known?.address ?? '' } : venue;
  const said = row.parsed.venueText;
  const take = (id: string) => decide(plan.id, [row], { venueId: id }, steps.venue);
  return (
    <FieldRow
      field="venue"
      {...props}
      said={said}
      value={
        <>
          {!said && !chosen && <View className="dim">{review.notRead}</View>}
          {said && <View className={chosen ? 'dim' : ''}>{said}</View>}
          {locked && chosen && <View>{chosen.name}</View>}
        </>
      }
    >
      {!chosen && said && (
        <View className="proposals">
          {likelyVenues(said, venues).map(({ id, name }) => (
            <Act key={id} pill="edge" className="proposals__one" onTap={() => take(id)}>
              {unit.is(name)}
            </Act>
          ))}
        </View>
      )}
      <Tap className="venue" onTap={() => setChoosing(true)} disabled={locked}>
        <View className="grow">
          {chosen ? (
            <>
              <View>{chosen.name}</View>
              {chosen.address && <View className="cell__sub">{chosen.address}</View>}
            </>
          ) : (
            <View className="dim">{words.pick}</View>
          )}
        </View>
        <Icon name="down" />
      </Tap>
      {choosing && (
        <VenueSheet
          wanted={said}
          made={madeVenues(plan)}
          onKnown={take}
          onNew={(fresh) => decide(plan.id, [row], { venue: fresh }, steps.venue)}
          onClose={() => setChoosing(false)}
        />
      )}
    </FieldRow>
  );
}
