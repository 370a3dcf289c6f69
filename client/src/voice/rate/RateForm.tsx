import { dayText } from '@openday/shared/dates';
import { CLARITIES, type MyResponse, type MyResponses } from '@openday/shared/responses';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Switch } from '@/components/Switch';
import { NotSent } from '@/features/suggestions/NotSent';
import { SayBox } from '@/features/suggestions/SayBox';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { voice } from '@/lib/text/voice';
import { Faces } from './Faces';
import { MOST, useRateForm } from './useRateForm';

const { rate: words } = voice;

/** The two questions, the line, and one button that says what happens. */
export function RateForm({ mine, onDone }: { mine: MyResponses; onDone: (response: MyResponse) => void }) {
  const form = useRateForm(mine, onDone);
  const { item, draft, change, left, asks } = form;
  const unit = mine.organizer.name;
  const handed = item.response?.suggestionId;
  const sends = asks ? words.submitTo(unit) : item.response ? words.change : words.submit;
  const says = left > 0 ? words.left(left) : sends;
  return (
    <Page foot="bar">
      <View className="rate-hero">
        <View className="title">
          <Phrase>{mine.session.theme}</Phrase>
        </View>
        <View className="rate-hero__sub">{whenWords(mine, item)}</View>
      </View>
      {mine.items.length > 1 && (
        <Group>
          <View className="section">
            <View className="section__title">{words.whose}</View>
            <Choice
              label={words.whose}
              options={mine.items.map(({ registrationId, name, onBehalf }) => ({
                key: registrationId,
                text: onBehalf ? name : words.me,
              }))}
              on={item.registrationId}
              onPick={form.pick}
            />
          </View>
        </Group>
      )}
      <Group>
        <View className="section">
          <View className="section__title">{words.satisfied}</View>
          <Faces label={words.satisfied} on={draft.satisfaction} onPick={(satisfaction) => change({ satisfaction })} />
        </View>
      </Group>
      <Group>
        <View className="section even">
          <View className="section__title">{words.clear}</View>
          <Choice
            label={words.clear}
            options={CLARITIES.map((key) => ({ key, text: voice.clarity[key] }))}
            on={draft.clarity}
            onPick={(clarity) => change({ clarity })}
          />
        </View>
      </Group>
      {handed ? (
        <Group>
          <Cell sub={item.response?.line}>
            <Phrase>{words.handed(unit)}</Phrase>
          </Cell>
          <Cell onTap={() => open(routes.suggestion(handed))}>{words.progress}</Cell>
        </Group>
      ) : (
        <Group>
          <View className="section">
            <View className="section__title">
              {words.line} <Text className="faint">{words.optional}</Text>
            </View>
            <SayBox label={words.line} value={draft.line} most={MOST} onChange={(line) => change({ line })} />
          </View>
          {form.said && (
            <View className="rule">
              <Switch
                on={draft.wantsAnswer}
                label={words.ask}
                sub={<Phrase>{words.askSub(unit)}</Phrase>}
                onChange={(wantsAnswer) => change({ wantsAnswer })}
              />
            </View>
          )}
        </Group>
      )}
      <View className="note">{words.totals}</View>
      <NotSent failure={form.failure} />
      <BottomBar>
        <Button kind="primary" label={says} off={left > 0} busy={form.busy} onTap={form.submit}>
          <View>
            <Phrase>{says}</Phrase>
          </View>
        </Button>
      </BottomBar>
    </Page>
  );
}

function whenWords({ session }: MyResponses, { came, seats, onBehalf, name }: MyResponses['items'][number]): string {
  const day = dayText(session.startsAt, serverNow());
  if (onBehalf) return words.cameFor(day, name);
  return came ? words.came(day, seats - 1) : words.registered(day, seats);
}
