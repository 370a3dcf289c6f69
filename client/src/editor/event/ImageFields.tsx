import type { ShownImage } from '@openday/shared/events';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { upload } from '@/lib/api';
import { pictureUrl } from '@/lib/picture-url';
import { say, sayFailure } from '@/lib/say';
import { editor } from '@/lib/text/editor';
import { pickPicture } from '@/platform/pick-picture';
import type { FieldsProps } from './WhatFields';

const { images: words } = editor;
const ENDINGS = ['jpg', 'jpeg', 'png', 'webp'];
const MOST = 7;

/** 图片: a cover and a few more, each with words for who does not see it. */
export function ImageFields({ form, wrong, onChange }: FieldsProps) {
  const [sending, setSending] = useState(false);
  const { images } = form;
  const add = async () => {
    const file = await pickPicture();
    if (!file) return;
    if (!ENDINGS.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`))) return say(words.wrongKind);
    setSending(true);
    try {
      const { sha, width, height } = await upload('POST /images', file, {});
      if (!images.some((each) => each.sha === sha)) onChange({ images: [...images, { sha, width, height, alt: '' }] });
    } catch (failure) {
      sayFailure(failure);
    } finally {
      setSending(false);
    }
    return undefined;
  };
  return (
    <View className="group panel">
      <View className="panel__title">{words.title}</View>
      <View className="formrow__sub">{words.sub}</View>
      {images.map((image, place) => (
        <One
          key={image.sha}
          image={image}
          place={place}
          error={wrong[`images.${place}.alt`]}
          onAlt={(alt) => onChange({ images: images.map((each) => (each === image ? { ...each, alt } : each)) })}
          onFirst={() => onChange({ images: [image, ...images.filter((each) => each !== image)] })}
          onDrop={() => onChange({ images: images.filter((each) => each !== image) })}
        />
      ))}
      {images.length < MOST && (
        <Act icon="plus" className="panel__act" disabled={sending} onTap={() => void add()}>
          {sending ? words.adding : words.add}
        </Act>
      )}
    </View>
  );
}

interface OneProps {
  image: ShownImage;
  place: number;
  error: string | undefined;
  onAlt: (alt: string) => void;
  onFirst: () => void;
  onDrop: () => void;
}

function One({ image, place, error, onAlt, onFirst, onDrop }: OneProps) {
  return (
    <View className="picture">
      <Image
        className="picture__small"
        src={pictureUrl(image.sha, 'small')}
        mode="aspectFill"
        {...{ role: 'img', 'aria-label': image.alt || words.title }}
      />
      <View className="grow">
        <FormRow label={words.alt} error={error}>
          <InputBox
            label={`${words.alt} ${place + 1}`}
            value={image.alt}
            placeholder={words.altHint}
            maxlength={60}
            onChange={onAlt}
          />
        </FormRow>
        <View className="picture__acts">
          {place === 0 ? <View className="small dim">{words.cover}</View> : <Act onTap={onFirst}>{words.first}</Act>}
          <Act label={`${words.drop} ${place + 1}`} onTap={onDrop}>
            {words.drop}
          </Act>
        </View>
      </View>
    </View>
  );
}
