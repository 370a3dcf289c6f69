import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { backToReview, reviewUrl } from '@/features/desk/places';
import { type PlanSource, useNewPlan } from '@/features/plans/useNewPlan';
import { open } from '@/lib/routes';
import { readStored, store } from '@/lib/stored';
import { everyone } from '@/lib/text/everyone';
import { planning } from '@/lib/text/planning';
import type { PickedFile } from '@/platform/pick-file';
import { FilePick } from './FilePick';
import { Refusal } from './Refusal';
import { isTitle, isYear, lacks, TitleFields } from './TitleFields';
import { Working } from './Working';

const { make: words } = planning;
const MAX_TEXT = 400_000;
/** A phone keeps no more than 1 MB under a key. */
const KEPT_TEXT = 200_000;

export interface NewPlanFormProps {
  /** A corrected sheet for this import. */
  again?: { id: Id; title: string };
  /** A file dragged onto the page: taken at once. */
  dropped?: PickedFile | null;
  onClose: () => void;
}

/** Takes a sheet, by file or pasted; asks for title and year only where the sheet itself does not say. */
export function NewPlanForm({ again, dropped = null, onClose }: NewPlanFormProps) {
  const { send, started, failure, forget } = useNewPlan();
  const [text, setText] = useState(() => readStored('planPaste') ?? '');
  const [file, setFile] = useState<PickedFile | null>(null);
  const [title, setTitle] = useState('');
  const [year, setYear] = useState('');
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState<{ title: boolean; year: boolean }>({ title: false, year: false });
  const empty = file === null && text.trim() === '';
  const bad = (asked.title && !isTitle(title)) || (asked.year && !isYear(year));

  const submit = async (source: PlanSource | null): Promise<void> => {
    setTried(true);
    if (!source || bad) return;
    const made = await send(source, {
      ...(again && { planId: again.id }),
      ...(asked.title && { title: title.trim() }),
      ...(asked.year && { year: Number(year) }),
    });
    setTried(false);
    if (!made) return;
    store('planPaste', null);
    if (again) return backToReview(made.id);
    onClose();
    open(reviewUrl(made.id));
  };
  const take = (picked: PickedFile) => {
    setFile(picked);
    forget();
    void submit({ file: picked });
  };
  const type = (typed: string) => {
    setText(typed);
    store('planPaste', typed !== '' && typed.length <= KEPT_TEXT ? typed : null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each file that is dropped is taken once
  useEffect(() => {
    if (dropped) take(dropped);
  }, [dropped]);
  useEffect(() => {
    if (failure?.code !== 'PLAN_TITLE_NEEDED') return;
    setAsked((before) => {
      const now = lacks(failure.details);
      return { title: before.title || now.title, year: before.year || now.year };
    });
  }, [failure]);

  if (started !== null) return <Working since={started} file={file?.name ?? null} />;
  return (
    <View className="make">
      {again && <Notice icon="doc">{words.againSub}</Notice>}
      {failure && <Refusal failure={failure} file={file?.name ?? null} />}
      {(asked.title || asked.year) && (
        <TitleFields asked={asked} title={title} year={year} tried={tried} onTitle={setTitle} onYear={setYear} />
      )}
      <FilePick file={file} onPick={take} />
      {file === null && (
        <>
          <View className="make__or">{words.or}</View>
          <Group>
            <Field
              label={words.text}
              value={text}
              placeholder={words.textHint}
              long
              maxlength={MAX_TEXT}
              onChange={type}
            />
          </Group>
        </>
      )}
      {tried && empty && (
        <View className="field__error" role="alert">
          {words.needAny}
        </View>
      )}
      <View className="make__acts">
        <Button kind="primary" onTap={() => void submit(file ? { file } : empty ? null : { text })}>
          {file ? words.goFile : words.go}
        </Button>
        {file && (
          <Button kind="plain" onTap={() => setFile(null)}>
            {words.pasteInstead}
          </Button>
        )}
        <Button kind="plain" onTap={onClose}>
          {everyone.back}
        </Button>
      </View>
    </View>
  );
}
