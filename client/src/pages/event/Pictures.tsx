import type { ShownImage } from '@openday/shared/events';
import { Image, View } from '@tarojs/components';
import { pictureUrl } from '@/lib/picture-url';

/** The cover: its room is there before it is, so that nothing moves when it comes. */
export function Cover({ image }: { image: ShownImage | undefined }) {
  return image ? <Picture image={image} className="pictures__cover" /> : null;
}

/** The other pictures, fetched as they come into sight. */
export function Pictures({ images }: { images: ShownImage[] }) {
  if (images.length === 0) return null;
  return (
    <View className="group pictures">
      {images.map((image) => (
        <Picture key={image.sha} image={image} className="pictures__one" />
      ))}
    </View>
  );
}

function Picture({ image, className }: { image: ShownImage; className: string }) {
  const room = { paddingTop: `${((image.height / image.width) * 100).toFixed(2)}%` };
  return (
    <View className={className}>
      <View className="pictures__room" style={room}>
        <Image
          className="pictures__image"
          src={pictureUrl(image.sha, 'large')}
          mode="aspectFill"
          lazyLoad
          {...{ role: 'img', 'aria-label': image.alt }}
        />
      </View>
    </View>
  );
}
