import { useState } from 'react';
import { Button } from '@/components/Button';
import { exportWords as words } from '@/lib/text/exports';
import { ExportSheet } from './ExportSheet';
import type { Asked } from './useExport';

/** 导出表格: beside a list, for what of it is in sight; `text` where a page has more lists than one. */
export function ExportButton({ asked, text = words.button }: { asked: Asked; text?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="white" icon="download" onTap={() => setOpen(true)}>
        {text}
      </Button>
      {open && <ExportSheet asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
