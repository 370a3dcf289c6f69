import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { madeVenues } from '@/features/plans/made-venues';
import { decide } from '@/features/plans/row-saver';
import { useVenues } from '@/features/venues/useVenues';
import { VenueSheet } from '@/features/venues/VenueSheet';
import { deciding } from '@/lib/text/deciding';
import { planning } from '@/lib/text/planning';
import { review } from '@/lib/text/review';
import { type FieldProps, FieldRow } from './FieldRow';

const { venue: words } = planning;
const { steps } = deciding;
/** Characters a place's name may have. */
const LONGEST = 60;

/** Where: a known place, or a new one. Known ones the sheet may mean are proposed, and a new one by its words. */
export function VenueField(props: FieldProps) {
  const { plan, row, locked } = props;
  const [choosing, setChoosing] = useState<'known' | 'new' | null>(null);
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
      {!locked && !chosen && said && (
        <View className="proposals">
          {row.venueProposals.map(({ id, name }) => (
            <View key={id} className="proposals__known">
              <Text className="dim">{words.inRegister}</Text>
              <Text>{name}</Text>
              <Act pill="edge" className="proposals__take" label={words.takeNamed(name)} onTap={() => take(id)}>
                {words.take}
              </Act>
            </View>
          ))}
          <Act icon="plus" className="proposals__one" onTap={() => setChoosing('new')}>
            {words.makeNamed(said.slice(0, LONGEST))}
          </Act>
        </View>
      )}
      <Tap className="venue" onTap={() => setChoosing('known')} disabled={locked}>
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
          name={said?.slice(0, LONGEST)}
          proposed={row.venueProposals}
          making={choosing === 'new'}
          made={madeVenues(plan)}
          onKnown={take}
          onNew={(fresh) => decide(plan.id, [row], { venue: fresh }, steps.venue)}
          onClose={() => setChoosing(null)}
        />
      )}
    </FieldRow>
  );
}
