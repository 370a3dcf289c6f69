import { Input, View } from '@tarojs/components';
import { everyone } from '@/lib/text/everyone';
import { HINT } from '@/platform/weapp-only';
import { Act } from './Act';
import { Icon } from './Icon';

export interface SearchFieldProps {
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
  /** Enter, or the keyboard's own key for it. */
  onEnter?: () => void;
}

/** Words to look for. */
export function SearchField({ value, placeholder, onChange, onEnter }: SearchFieldProps) {
  return (
    <View className="search">
      <Icon name="search" />
      <Input
        className="search__input"
        type="text"
        confirmType={onEnter ? 'done' : 'search'}
        confirmHold
        onConfirm={onEnter}
        maxlength={40}
        value={value}
        placeholder={placeholder}
        {...HINT}
        onInput={(event) => onChange(event.detail.value)}
        aria-label={placeholder}
      />
      {value !== '' && <Act icon="close" label={everyone.clear} className="search__clear" onTap={() => onChange('')} />}
    </View>
  );
}
