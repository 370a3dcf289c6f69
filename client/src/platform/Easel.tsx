import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** What is drawn with: WeChat's canvas and the browser's both have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'font' | 'textAlign' | 'textBaseline' | 'fillRect' | 'fillText' | 'measureText'
>;

/** A picture to be drawn, in px. */
export interface Drawing {
  width: number;
  height: number;
  draw: (pen: Pen) => void;
  /** A picture of the phone, square, drawn over it; the web has none. */
  picture?: { path: string; x: number; y: number; side: number };
}

export interface EaselProps {
  drawing: Drawing;
  /** What an image can show and the album take: a file's path, or on the web a data URI. */
  onDrawn: (picture: string) => void;
  onFail: (failure: Error) => void;
}

/** Draws a picture out of sight. */
export function Easel({ drawing, onDrawn, onFail }: EaselProps) {
  useEffect(() => {
    let gone = false;
    const failed = (failure: unknown) => {
      if (!gone) onFail(failure instanceof Error ? failure : new Error(JSON.stringify(failure)));
    };
    // The canvas is there once the page has been told of it.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select('#easel')
        .fields({ node: true })
        .exec(([found]: ({ node: Taro.Canvas } | null)[]) => {
          if (gone) return;
          if (!found) failed(new Error('no canvas'));
          else paint(found.node, drawing).then((path) => !gone && onDrawn(path), failed);
        });
    });
    return () => {
      gone = true;
    };
  }, [drawing, onDrawn, onFail]);
  return <Canvas id="easel" type="2d" className="easel" />;
}

async function paint(canvas: Taro.Canvas, { width, height, draw, picture }: Drawing): Promise<string> {
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  draw(pen);
  if (picture) {
    const { path, x, y, side } = picture;
    pen.drawImage(await loaded(canvas, path), x, y, side, side);
  }
  const size = { width, height, destWidth: width, destHeight: height };
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, ...size, fileType: 'png' });
  return tempFilePath;
}

function loaded(canvas: Taro.Canvas, path: string): Promise<CanvasImageSource> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image as unknown as CanvasImageSource);
    image.onerror = () => reject(new Error(`no picture at ${path}`));
    image.src = path;
  });
}
