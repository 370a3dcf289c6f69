import { useState } from 'react';
import { Button } from '@/components/Button';
import { exportWords as words } from '@/lib/text/exports';
import { ExportSheet } from './ExportSheet';
import type { Asked } from './useExport';

/** 导出表格: beside a list, for what of it is in sight. */
export function ExportButton({ asked }: { asked: Asked }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="white" icon="download" onTap={() => setOpen(true)}>
        {words.button}
      </Button>
      {open && <ExportSheet asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
