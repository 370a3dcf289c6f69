import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Segmented } from '@/components/Segmented';
import { useNewPlan } from '@/features/plans/useNewPlan';
import { open } from '@/lib/routes';
import { everyone } from '@/lib/text/everyone';
import { planning } from '@/lib/text/planning';
import { type PickedFile, pickFile } from '@/platform/pick-file';
import { reviewUrl } from '../places';
import { Working } from './Working';

const { make: words } = planning;
const MAX_TEXT = 400_000;

/** Pastes or picks a sheet; asks for title and year only where the sheet itself does not say. */
export function NewPlanForm({ onClose }: { onClose: () => void }) {
  const { send, started, failure, forget } = useNewPlan();
  const [way, setWay] = useState<'text' | 'file'>('text');
  const [text, setText] = useState('');
  const [file, setFile] = useState<PickedFile | null>(null);
  const [title, setTitle] = useState('');
  const [year, setYear] = useState('');
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const askTitle = asked || failure?.code === 'PLAN_TITLE_NEEDED';
  const lack = lacking();

  function lacking(): string | null {
    if (way === 'text' && text.trim() === '') return words.needText;
    if (way === 'file' && !file) return words.needFile;
    if (way === 'file' && file && !/\.xlsx$/i.test(file.name)) return words.onlyXlsx;
    return null;
  }
  const titleBad = askTitle && (title.trim().length < 2 || title.trim().length > 80);
  const yearBad = askTitle && !/^20\d\d$/.test(year.trim());

  const submit = async () => {
    setTried(true);
    if (lack || titleBad || yearBad) return;
    setAsked(askTitle);
    const source = way === 'file' && file ? { file } : { text };
    const made = await send({ source, ...(askTitle && { title: title.trim(), year: Number(year) }) });
    setTried(false);
    if (!made) return;
    onClose();
    open(reviewUrl(made.id));
  };

  if (started !== null) return <Working since={started} />;
  return (
    <View className="make">
      <Segmented
        label={words.title}
        options={[
          { key: 'text', text: words.paste },
          { key: 'file', text: words.file },
        ]}
        on={way}
        onPick={(key) => {
          setWay(key);
          setTried(false);
          forget();
        }}
      />
      {failure && (
        <Notice kind={failure.code === 'PLAN_TITLE_NEEDED' ? undefined : 'bad'} icon="alert">
          {failure.code === 'PLAN_TITLE_NEEDED' ? words.titleAsk : failure.message}
        </Notice>
      )}
      {askTitle && (
        <Group>
          <Field
            label={words.planTitle}
            value={title}
            placeholder={words.planTitleHint}
            maxlength={80}
            error={tried && titleBad ? words.titleBad : null}
            onChange={setTitle}
          />
          <Field
            label={words.year}
            value={year}
            type="number"
            placeholder="2026"
            maxlength={4}
            error={tried && yearBad ? words.yearBad : null}
            onChange={setYear}
          />
        </Group>
      )}
      <Group>
        {way === 'text' ? (
          <Field
            label={words.text}
            value={text}
            placeholder={words.textHint}
            long
            maxlength={MAX_TEXT}
            error={tried && lack ? lack : null}
            onChange={setText}
          />
        ) : (
          <FilePick file={file} error={tried ? lack : null} onPick={setFile} />
        )}
      </Group>
      <View className="make__acts">
        <Button kind="primary" onTap={() => void submit()}>
          {words.go}
        </Button>
        <Button kind="plain" onTap={onClose}>
          {everyone.back}
        </Button>
      </View>
    </View>
  );
}

function FilePick(props: { file: PickedFile | null; error: string | null; onPick: (file: PickedFile) => void }) {
  const { file, error, onPick } = props;
  const pick = async () => {
    const picked = await pickFile('xlsx');
    if (picked) onPick(picked);
  };
  return (
    <View className="section make__file">
      {file && <View className="make__picked">{words.picked(file.name)}</View>}
      <Button kind="ink" icon="doc" onTap={() => void pick()}>
        {file ? words.pickAgain : words.pick}
      </Button>
      {error && (
        <View className="field__error" role="alert">
          {error}
        </View>
      )}
      <View className="cell__sub">{words.fileNote}</View>
    </View>
  );
}
