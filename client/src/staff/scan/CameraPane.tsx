import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import type { IconName } from '@/components/icon-names';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { sayFailure } from '@/lib/say';
import { door } from '@/lib/text/door';
import { allowCamera } from '@/platform/allow-camera';
import { CodeCamera } from '@/platform/CodeCamera';
import { scanOnce } from '@/platform/scan-once';
import { HandCode } from './HandCode';

const { scan: words } = door;
const CORNERS = ['tl', 'tr', 'bl', 'br'];

/** What looks for codes: the camera, and by hand where there is none. */
export function CameraPane({ on, onCode }: { on: boolean; onCode: (code: string) => void }) {
  const [failed, setFailed] = useState(false);
  const [torch, setTorch] = useState(false);
  const [hand, setHand] = useState(false);
  const byHand = (code: string) => {
    setHand(false);
    onCode(code);
  };
  return (
    <View className="cam">
      {on && !failed && (
        <CodeCamera
          className="cam__view"
          torch={torch}
          onCode={onCode}
          onFail={(reason) => {
            console.info('camera', reason);
            setFailed(true);
          }}
        />
      )}
      {failed ? (
        <NoCamera onCode={onCode} onAgain={() => void allowCamera().then(() => setFailed(false), sayFailure)} />
      ) : (
        <>
          <View className="cam__frame">
            {CORNERS.map((corner) => (
              <View key={corner} className={`cam__corner cam__corner--${corner}`} />
            ))}
          </View>
          <CamKey at="left" icon="pencil" label={words.byHand} onTap={() => setHand(true)} />
          <CamKey
            at="right"
            icon="torch"
            label={torch ? words.torchOff : words.torch}
            on={torch}
            onTap={() => setTorch(!torch)}
          />
          {hand ? (
            <View className="cam__hand">
              <HandCode onCode={byHand} onClose={() => setHand(false)} />
            </View>
          ) : (
            <View className="cam__hint">
              <Text className="cam__hint-t">{words.hint}</Text>
            </View>
          )}
        </>
      )}
    </View>
  );
}

function CamKey(props: { at: string; icon: IconName; label: string; on?: boolean; onTap: () => void }) {
  const { at, icon, label, on = false, onTap } = props;
  return (
    <Tap
      className={classes('cam__key', `cam__key--${at}`, on && 'cam__key--on')}
      label={label}
      checked={on}
      onTap={onTap}
    >
      <Icon name={icon} />
    </Tap>
  );
}

function NoCamera({ onCode, onAgain }: { onCode: (code: string) => void; onAgain: () => void }) {
  const once = scanOnce;
  return (
    <View className="cam__none">
      <View className="cam__none-t">{words.noCamera}</View>
      <View>{words.noCameraSub}</View>
      {once && (
        <Button kind="primary" icon="scan" className="door__big" onTap={() => void once().then(onCode, sayFailure)}>
          {words.scanKey}
        </Button>
      )}
      <Button kind="ink" icon="refresh" className="cam__again" onTap={onAgain}>
        {words.tryCamera}
      </Button>
      <HandCode onCode={onCode} />
    </View>
  );
}
