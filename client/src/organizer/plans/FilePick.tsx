import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { planning } from '@/lib/text/planning';
import { type PickedFile, pickFile } from '@/platform/pick-file';

const { make: words } = planning;
const READ = ['xlsx', 'xls', 'docx', 'pdf', 'csv', 'txt'];
const OLD = ['doc', 'wps', 'et'];

/** Where a sheet is dropped, or chosen by pressing. */
export function FilePick({ file, onPick }: { file: PickedFile | null; onPick: (file: PickedFile) => void }) {
  const [bad, setBad] = useState<string | null>(null);
  const pick = async () => {
    const picked = await pickFile(READ);
    if (!picked) return;
    const wrong = wrongKind(picked.name);
    setBad(wrong);
    if (!wrong) onPick(picked);
  };
  return (
    <View className="drop">
      <View className="drop__disc">
        <Icon name="doc" />
      </View>
      <View className="strong">
        {file ? (
          file.name
        ) : (
          <>
            <View className="wide-only">{words.drop}</View>
            <View className="narrow-only">{words.pickTitle}</View>
          </>
        )}
      </View>
      <View className="drop__note">{words.formats}</View>
      <Button kind={file ? 'plain' : 'ink'} onTap={() => void pick()}>
        {file ? words.pickAgain : words.pick}
      </Button>
      {bad && (
        <View className="field__error" role="alert">
          {bad}
        </View>
      )}
    </View>
  );
}

/** Why a file of that name cannot be read; null = it may be tried. The server looks at what is in it. */
export function wrongKind(name: string): string | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (READ.includes(ending)) return null;
  return OLD.includes(ending) ? words.oldKind(name) : words.badKind(name);
}
