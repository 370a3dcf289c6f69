import { View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { type Filters, narrowings } from '@/features/sessions/filters';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';

const { filter: words } = finding;

export interface FilterChipsProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  onSheet: () => void;
}

/** The filters used most, and the way to all of them. */
export function FilterChips({ filters, onChange, onSheet }: FilterChipsProps) {
  // What no chip shows is counted on the first.
  const hidden = narrowings({ ...filters, q: '', open: false, accessible: false }).length;
  const others = filters.day === 'weekend' ? hidden - 1 : hidden;
  return (
    <View className="chips">
      <Chip icon="sliders" on={others > 0} onTap={onSheet}>
        {others > 0 ? words.chipWith(others) : words.chip}
      </Chip>
      <Chip on={filters.open} onTap={() => onChange({ open: !filters.open })}>
        {words.open}
      </Chip>
      <Chip
        on={filters.day === 'weekend'}
        onTap={() => onChange({ day: filters.day === 'weekend' ? null : 'weekend' })}
      >
        {resident.discover.weekend}
      </Chip>
      <Chip on={filters.accessible} onTap={() => onChange({ accessible: !filters.accessible })}>
        {words.accessible}
      </Chip>
    </View>
  );
}
