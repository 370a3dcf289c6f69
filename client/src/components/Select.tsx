import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '@/lib/classes';
import { everyone } from '@/lib/text/everyone';
import { Icon } from './Icon';
import { Tap } from './Tap';
import { useEscape } from './useEscape';
import { useHeldFocus } from './useHeldFocus';
import './select.scss';

export interface SelectProps<K extends string> {
  /** What is chosen, for a screen reader and the head of the list. */
  label: string;
  options: readonly { key: K; text: string }[];
  on: K | null;
  /** Where nothing is chosen. */
  placeholder?: string;
  /** In the closed control, where it says more than the option does. */
  shown?: string;
  /** The option to have in sight where nothing is chosen yet. */
  near?: K;
  disabled?: boolean;
  wide?: boolean;
  onPick: (key: K) => void;
}

/** One of many: a list under the control on a wide screen, at the foot of the page on a phone. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, options, on, placeholder = '', shown, near, disabled = false, wide = false, onPick } = props;
  const [open, setOpen] = useState(false);
  const chosen = options.find(({ key }) => key === on);
  const close = () => setOpen(false);
  useEscape(close, open);
  const sight = options.findIndex(({ key }) => key === (chosen?.key ?? near));
  const id = useHeldFocus(open);
  const list = { id, role: 'listbox', 'aria-label': label, tabIndex: -1 };
  return (
    <View className={classes('select', wide && 'select--wide')}>
      <Tap
        className={classes('select__box', disabled && 'select__box--off')}
        label={`${label}：${shown ?? chosen?.text ?? placeholder}`}
        disabled={disabled}
        onTap={() => setOpen(!open)}
      >
        <View className={classes('select__word', !chosen && !shown && 'dim')}>
          {shown ?? chosen?.text ?? placeholder}
        </View>
        <Icon name="down" />
      </Tap>
      {open && (
        <View className="select__over">
          <Tap className="select__scrim" label={everyone.close} onTap={close} />
          <View className="select__list" {...list}>
            <View className="select__head">{label}</View>
            <ScrollView className="select__scroll" scrollY scrollIntoView={sight > 2 ? `option-${sight - 2}` : ''}>
              {options.map(({ key, text }, index) => (
                <Tap
                  key={key}
                  id={`option-${index}`}
                  role="option"
                  checked={key === on}
                  className={classes('select__one', key === on && 'select__one--on')}
                  onTap={() => {
                    close();
                    onPick(key);
                  }}
                >
                  <View className="grow">{text}</View>
                  {key === on && <Icon name="check" />}
                </Tap>
              ))}
            </ScrollView>
          </View>
        </View>
      )}
    </View>
  );
}
