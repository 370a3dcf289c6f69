// The components of the H5 build, one by one: the whole library takes half a minute to load.
import { createElement } from 'react';

export { default as Button } from '@tarojs/components-react/dist/components/button/index.js';
export { default as Image } from '@tarojs/components-react/dist/components/image/index.js';
export { default as Input } from '@tarojs/components-react/dist/components/input/index.js';
export { default as ScrollView } from '@tarojs/components-react/dist/components/scroll-view/index.js';
export { default as Text } from '@tarojs/components-react/dist/components/text/index.js';
export { default as View } from '@tarojs/components-react/dist/components/view/index.js';

// jsdom draws nothing, so it has nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;

interface TextareaProps {
  value: string;
  onInput: (event: { detail: { value: string } }) => void;
}

/** Taro's own is a web component, which jsdom does not draw. */
export function Textarea({ value, onInput, ...rest }: TextareaProps) {
  const onChange = (event: { target: { value: string } }) => onInput({ detail: { value: event.target.value } });
  return createElement('textarea', { ...rest, value, onChange });
}
