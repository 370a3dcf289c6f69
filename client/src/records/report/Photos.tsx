import type { Closing } from '@openday/shared/closing';
import { Image, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Switch } from '@/components/Switch';
import { Tap } from '@/components/Tap';
import { pictureUrl } from '@/lib/picture-url';
import { closingReport as words } from '@/lib/text/closing-report';
import type { Report } from './useReport';

const MOST = 9;

/** Pictures for residents; public only once somebody vouched for what is in them. */
export function Photos({ closing, report }: { closing: Closing; report: Report }) {
  const { photos, photosVouched } = closing;
  const off = closing.state === 'published';
  if (off && photos.length === 0) return null;
  return (
    <Group head={words.photos} aside={words.photosOf(photos.length)}>
      <View className="report__photos">
        {photos.map((sha, i) => (
          <View key={sha} className="report__photo">
            <Image
              className="report__picture"
              mode="aspectFill"
              src={pictureUrl(sha, 'small')}
              aria-label={words.photo(i + 1)}
            />
            {!off && (
              <Tap
                className="report__remove"
                label={words.removePhoto(i + 1)}
                onTap={() => report.change({ photos: photos.filter((one) => one !== sha) })}
              >
                <Icon name="close" />
              </Tap>
            )}
          </View>
        ))}
      </View>
      {!off && photos.length < MOST && (
        <View className="report__add">
          <Button kind="ink" icon="cam" busy={report.addingPhoto} onTap={report.addPhoto}>
            {words.addPhoto}
          </Button>
          <View className="report__from">{words.photoLimit}</View>
        </View>
      )}
      {photos.length > 0 && !off && (
        <View className="rule">
          <Switch
            on={photosVouched}
            label={words.vouch}
            sub={words.vouchSub}
            onChange={(on) => report.change({ photosVouched: on })}
          />
        </View>
      )}
    </Group>
  );
}
