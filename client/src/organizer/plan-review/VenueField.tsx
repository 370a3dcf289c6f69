import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { decide } from '@/features/plans/row-saver';
import { useVenues } from '@/features/venues/useVenues';
import { VenueSheet } from '@/features/venues/VenueSheet';
import { planning } from '@/lib/text/planning';
import { type FieldProps, FieldRow } from './FieldRow';

const { venue: words } = planning;

/** Where: a known place, or a new one. */
export function VenueField(props: FieldProps) {
  const { plan, row, locked } = props;
  const [choosing, setChoosing] = useState(false);
  const { venueId, venue } = row.decided;
  const known = useVenues('').venues.find(({ id }) => id === venueId);
  const chosen = venueId ? { name: known?.name ?? words.chosen, address: known?.address ?? '' } : venue;
  const made = plan.items.flatMap(({ decided }) => (decided.venue && !decided.venueId ? [decided.venue] : []));
  return (
    <FieldRow
      field="venue"
      {...props}
      value={
        <>
          {row.parsed.venueText && <View className={chosen ? 'dim' : ''}>{row.parsed.venueText}</View>}
          {locked && chosen && <View>{chosen.name}</View>}
        </>
      }
    >
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
          wanted={row.parsed.venueText}
          made={made}
          onKnown={(id) => decide(plan.id, row.id, { venueId: id })}
          onNew={(fresh) => decide(plan.id, row.id, { venue: fresh })}
          onClose={() => setChoosing(false)}
        />
      )}
    </FieldRow>
  );
}
