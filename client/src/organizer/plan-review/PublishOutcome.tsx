import type { PlanImport } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { editorUrls } from '@/features/desk/editor-places';
import type { Published } from '@/features/plans/usePublish';
import { open } from '@/lib/routes';
import { reviewActs } from '@/lib/text/review-acts';

const { publish: words } = reviewActs;

export interface PublishOutcomeProps {
  title: string;
  label: string;
  plan: PlanImport;
  outcome: Published;
  /** Rows that were public before. */
  again: readonly Id[];
  busy: boolean;
  onSee: (row: Id) => void;
  onYes: () => void;
  onBack: () => void;
  onClose: () => void;
}

/** What came of publishing: who would be told, what stands in the way, or the way on to sending it out. */
export function PublishOutcome(props: PublishOutcomeProps) {
  const { title, label, outcome, busy, onSee, onYes, onBack, onClose } = props;
  if (outcome.kind === 'affects') {
    const foot = (
      <>
        <Button kind="primary" busy={busy} onTap={onYes}>
          {words.affectsYes}
        </Button>
        <Button kind="plain" onTap={onBack}>
          {words.affectsNo}
        </Button>
      </>
    );
    return (
      <Sheet title={words.affects} label={label} foot={foot} onClose={onClose}>
        <Notice icon="alert">{outcome.message}</Notice>
        <Group>
          {outcome.details.map(({ field, message }) => (
            <Cell key={`${field}-${message}`}>{message}</Cell>
          ))}
        </Group>
      </Sheet>
    );
  }
  if (outcome.kind === 'refused') {
    const foot = (
      <Button kind="ink" onTap={onBack}>
        {words.backToList}
      </Button>
    );
    return (
      <Sheet title={title} label={label} foot={foot} onClose={onClose}>
        <Notice kind="bad" icon="alert">
          {outcome.details.length > 0 ? words.refused : outcome.message}
        </Notice>
        <Group>
          {outcome.details.map(({ field, message, row }) => (
            <Cell
              key={`${field}-${message}`}
              value={row ? words.see : undefined}
              onTap={row ? () => onSee(row) : undefined}
            >
              {message}
            </Cell>
          ))}
        </Group>
      </Sheet>
    );
  }
  return <Done {...props} title={title} result={outcome.result} />;
}

function Done({
  title,
  label,
  plan,
  again,
  result,
  onClose,
}: PublishOutcomeProps & { result: Extract<Published, { kind: 'done' }>['result'] }) {
  const { items, told } = result;
  const fresh = items.filter(({ row }) => !again.includes(row));
  const undated = fresh.filter(({ state }) => state === 'announced').length;
  const sessions = items.reduce((sum, { sessionIds }) => sum + sessionIds.length, 0);
  const facts = [
    words.result(fresh.length - undated, undated, items.length - fresh.length),
    sessions > 0 && words.sessionsMade(sessions),
    told > 0 && words.told(told),
  ];
  const theme = (id: Id) => {
    const row = plan.items.find((each) => each.id === id);
    return row ? `${row.index}　${row.decided.theme ?? row.parsed.theme ?? ''}` : '';
  };
  const out = (url: string) => {
    onClose();
    open(url);
  };
  const [one, ...others] = items;
  const foot = (
    <>
      {one && (
        <Button
          kind="primary"
          icon="share"
          onTap={() => out(others.length ? editorUrls.outwardPlan(plan.id) : editorUrls.outward(one.eventId))}
        >
          {words.outward}
        </Button>
      )}
      <Button kind="plain" onTap={onClose}>
        {words.close}
      </Button>
    </>
  );
  return (
    <Sheet title={title} label={label} foot={foot} onClose={onClose}>
      <Notice kind="ok" icon="check">
        {facts.filter(Boolean).join('；')}
      </Notice>
      <Group head={words.each}>
        {items.map(({ row, state, eventId, sessionIds }) => (
          <Cell
            key={row}
            value={state === 'announced' ? words.undated : words.sessions(sessionIds.length)}
            onTap={() => out(editorUrls.outward(eventId))}
          >
            {theme(row)}
          </Cell>
        ))}
      </Group>
      <View className="gap" />
    </Sheet>
  );
}
