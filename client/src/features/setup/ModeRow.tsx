import { MODES, type Mode } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { MODE_WORDS } from '@/lib/text/admitting';
import { MODE_EXPLAINED, setup as words } from '@/lib/text/setup';
import './setup-fields.scss';

/** 报名方式, each with what it means in one line. */
export function ModeRow({ mode, onPick }: { mode: Mode; onPick: (mode: Mode) => void }) {
  return (
    <View className="modes" role="radiogroup" aria-label={words.mode}>
      {MODES.map((each) => (
        <Tap
          key={each}
          role="radio"
          checked={each === mode}
          className={classes('modes__one', each === mode && 'modes__one--on')}
          onTap={() => onPick(each)}
        >
          <View className="strong">{MODE_WORDS[each]}</View>
          <View className="formrow__sub">{MODE_EXPLAINED[each]}</View>
        </Tap>
      ))}
    </View>
  );
}
