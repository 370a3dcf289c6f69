import type { PublicClosing } from '@openday/shared/closing';
import { Image, View } from '@tarojs/components';
import { pictureUrl } from '@/lib/picture-url';
import { past as words } from '@/lib/text/past';
import './told.scss';

/** As many as stand beside one another. */
const PHOTOS = 3;

/** 活动总结, as its unit published it. */
export function ToldClosing({
  closing: { told, line, photos },
}: {
  closing: Pick<PublicClosing, 'told' | 'line' | 'photos'>;
}) {
  return (
    <View className="told">
      <View>{told}</View>
      {line && <View>{line}</View>}
      {photos.length > 0 && (
        <View className="told__photos">
          {photos.slice(0, PHOTOS).map((sha, i) => (
            <Image
              key={sha}
              className="told__photo"
              mode="aspectFill"
              lazyLoad
              src={pictureUrl(sha, 'small')}
              aria-label={words.photo(i + 1)}
            />
          ))}
        </View>
      )}
    </View>
  );
}
