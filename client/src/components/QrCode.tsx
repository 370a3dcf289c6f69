import { Image } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { qrBmp, qrModules, qrSvg } from './qr-image';

/** White modules around the code, as the standard asks. */
const QUIET = 4;

/** A QR code, black on white, with its quiet zone. `label` is what a screen reader says. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const [plain, setPlain] = useState(false);
  const source = useMemo(() => {
    const modules = qrModules(text);
    return plain ? qrBmp(modules, QUIET, 8) : qrSvg(modules, QUIET);
  }, [text, plain]);
  const spoken = { role: 'img', 'aria-label': label };
  return (
    <Image
      className={className}
      src={source}
      mode="aspectFit"
      onError={() => setPlain(true)}
      data-code={text}
      {...spoken}
    />
  );
}
