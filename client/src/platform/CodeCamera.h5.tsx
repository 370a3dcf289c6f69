import { useEffect, useRef } from 'react';
import type { CodeCameraProps } from './CodeCamera';

const FRAME_MS = 120;
/** Wide enough for a 29-module code at arm's length, small enough to decode within a frame. */
const FRAME_PX = 480;

/** A camera that reads QR codes as long as it is shown. The decoder is fetched when the first one is. */
export function CodeCamera({ className, onCode, onFail, torch = false }: CodeCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const track = useRef<MediaStreamTrack | null>(null);
  const handlers = useRef({ onCode, onFail });
  handlers.current = { onCode, onFail };

  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;

    const start = async () => {
      const [stream, { default: decode }] = await Promise.all([openCamera(), import('qr/decode.js')]);
      if (stopped) return stop(stream);
      track.current = stream.getVideoTracks()[0] ?? null;
      // Taken away by a call or another app: a still picture must not pass for a camera.
      track.current?.addEventListener('ended', () => handlers.current.onFail('camera taken away'));
      element.srcObject = stream;
      await element.play();
      const read = frameReader(element);
      const tick = () => {
        if (stopped) return;
        const frame = read();
        const text = frame && decodeQuietly(decode, frame);
        if (text) handlers.current.onCode(text);
        timer = setTimeout(tick, FRAME_MS);
      };
      tick();
    };

    start().catch((failure: Error) => {
      if (!stopped) handlers.current.onFail(failure.message);
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      if (element.srcObject instanceof MediaStream) stop(element.srcObject);
    };
  }, []);

  useEffect(() => {
    // `torch` is in Android's Chrome only and not in TypeScript's list; elsewhere the light stays off.
    const wanted = { advanced: [{ torch }] } as unknown as MediaTrackConstraints;
    track.current?.applyConstraints(wanted).catch((failure: Error) => console.info('torch', failure.message));
  }, [torch]);

  return <video ref={video} className={className} muted playsInline />;
}

function openCamera(): Promise<MediaStream> {
  // Absent where the page is not served over HTTPS.
  if (!navigator.mediaDevices) return Promise.reject(new Error('no camera without HTTPS'));
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
}

function stop(stream: MediaStream) {
  for (const each of stream.getTracks()) each.stop();
}

function frameReader(video: HTMLVideoElement): () => ImageData | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return () => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (!context || side === 0) return null;
    const size = Math.min(side, FRAME_PX);
    canvas.width = size;
    canvas.height = size;
    const left = (video.videoWidth - side) / 2;
    const top = (video.videoHeight - side) / 2;
    context.drawImage(video, left, top, side, side, 0, 0, size, size);
    return context.getImageData(0, 0, size, size);
  };
}

function decodeQuietly(decode: (frame: ImageData) => string, frame: ImageData): string | null {
  try {
    return decode(frame);
  } catch {
    // The decoder throws on every frame without a code.
    return null;
  }
}
