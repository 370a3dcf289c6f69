import { rangeText } from '@openday/shared/dates';
import { Image, View } from '@tarojs/components';
import { seatsTyped } from '@/features/setup/setup-form';
import { serverNow } from '@/lib/clock';
import { pictureUrl } from '@/lib/picture-url';
import { MODE_WORDS } from '@/lib/text/admitting';
import { editor } from '@/lib/text/editor';
import { type EventForm, venueName } from './event-form';

const { form: words } = editor;

/** 居民看到的, in short, as the form stands. */
export function Preview({ form }: { form: EventForm }) {
  const [cover] = form.images;
  const dated = form.window ? [] : form.sessions.filter(({ startsAt, endsAt }) => startsAt && endsAt);
  const [first] = dated;
  return (
    <>
      <View className="sec">{words.preview}</View>
      <View className="group panel">
        {cover && (
          <Image
            className="picture__cover"
            src={pictureUrl(cover.sha, 'small')}
            mode="aspectFill"
            {...{ role: 'img', 'aria-label': cover.alt || editor.images.cover }}
          />
        )}
        <View className="panel__title">{form.theme.trim() || words.previewNone}</View>
        <View>
          {first?.startsAt && first.endsAt
            ? rangeText(first.startsAt, first.endsAt, serverNow())
            : (form.window?.text ?? words.previewDate)}
        </View>
        {first?.venue && <View>{venueName(first.venue)}</View>}
        {first && (
          <View className="formrow__sub">
            {[
              first.setup.mode === 'none' ? MODE_WORDS.none : words.seats(seatsTyped(first.setup)),
              editor.list.sessions(dated.length),
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        )}
      </View>
    </>
  );
}
