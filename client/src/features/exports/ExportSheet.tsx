import type { ExportKind } from '@openday/shared/exports';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { Spinner } from '@/components/Spinner';
import { Switch } from '@/components/Switch';
import { exportWords as words } from '@/lib/text/exports';
import { useAccount } from '@/lib/tokens';
import { type Asked, useExport } from './useExport';

/** Lists of residents, masked unless it is asked otherwise. */
const NAMED: readonly ExportKind[] = ['registrants', 'calls'];

/** Which kind of file; of residents also whether names are whole. */
export function ExportSheet({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const account = useAccount();
  const [reveal, setReveal] = useState(false);
  const file = useExport(onClose);
  const mayReveal = NAMED.includes(asked.kind) && account?.role !== 'observer';
  const get = (format: 'xlsx' | 'csv') =>
    file.isPending ? undefined : () => file.mutate({ ...asked, format, ...(reveal && { reveal }) });
  return (
    <Sheet title={words.sheet} sub={words.kind[asked.kind]} label={words.sheet} onClose={onClose}>
      {mayReveal && (
        <Group>
          <Switch on={reveal} label={words.reveal} sub={words.revealSub} onChange={setReveal} />
        </Group>
      )}
      <Group>
        <Cell icon="download" sub={words.xlsxSub} onTap={get('xlsx')}>
          {words.xlsx}
        </Cell>
        <Cell icon="download" className="rule" sub={words.csvSub} onTap={get('csv')}>
          {words.csv}
        </Cell>
      </Group>
      {file.isPending && (
        <View className="section">
          <Spinner />
        </View>
      )}
    </Sheet>
  );
}
