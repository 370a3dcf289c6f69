import { Camera } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { privacyAgreed } from './privacy';

export interface CodeCameraProps {
  className?: string;
  /** Called for every code read, the same code again and again while it is in view. */
  onCode: (text: string) => void;
  /** The camera cannot be had: refused, none, or no HTTPS. */
  onFail: (reason: string) => void;
  torch?: boolean;
}

/** A camera that reads QR codes as long as it is shown. */
export function CodeCamera({ className, onCode, onFail, torch = false }: CodeCameraProps) {
  const [agreed, setAgreed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it is first shown
  useEffect(() => {
    void privacyAgreed().then((yes) => (yes ? setAgreed(true) : onFail('the privacy guide is not agreed to')));
  }, []);
  if (!agreed) return null;
  return (
    <Camera
      className={className}
      mode="scanCode"
      devicePosition="back"
      flash={torch ? 'torch' : 'off'}
      onScanCode={(event) => onCode(event.detail.result)}
      onError={(event) => onFail(String(event.detail?.errMsg ?? 'camera error'))}
    />
  );
}
