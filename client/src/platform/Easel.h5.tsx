import { useEffect } from 'react';
import type { EaselProps } from './Easel';

/** Draws a picture out of sight. */
export function Easel({ drawing, onDrawn, onFail }: EaselProps) {
  useEffect(() => {
    const { width, height, draw } = drawing;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) return onFail(new Error('no canvas'));
    draw(pen);
    // A data URI and no blob: WeChat's own browser saves only this by a long press.
    onDrawn(canvas.toDataURL('image/png'));
  }, [drawing, onDrawn, onFail]);
  return null;
}
