import type { Closing } from '@openday/shared/closing';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { InputBox } from '@/features/desk/InputBox';
import { papersUrl } from '@/features/desk/record-urls';
import { countOf } from '@/features/reports/count-of';
import { open } from '@/lib/routes';
import { closingReport as words } from '@/lib/text/closing-report';
import { FORM_WORDS } from '@/lib/text/everyone';
import { Actual } from './Actual';
import { Figure } from './Figure';
import type { Report } from './useReport';
import { useTyped } from './useTyped';

/** What the records say, each with where it comes from. */
export function Records({ closing, report }: { closing: Closing; report: Report }) {
  const { questionnaires: sheets, suggestions, forms, recordedAfter } = closing;
  const off = closing.state === 'published';
  const { answered, satisfied } = sheets;
  const anySheets = sheets.handedOut > 0 || sheets.online !== 0;
  const { received } = suggestions;
  const handled = recordedAfter
    ? words.suggestionsPast(suggestions.resolved)
    : words.suggestionsFrom(received - suggestions.answered, suggestions.answered);
  return (
    <Group head={words.fromRecords} className="report__records">
      <Actual closing={closing} report={report} off={off} />
      <Explanations closing={closing} report={report} off={off} />
      <Figure
        label={words.sheets}
        value={anySheets ? words.sheetsOf(sheets.handedOut, sheets.returned + (sheets.online ?? 0)) : null}
        from={anySheets ? words.sheetsFrom(sheets.returned, sheets.online) : undefined}
      >
        <View className="report__acts">
          <Act onTap={() => open(papersUrl(closing.eventId, closing.sessionId))}>{words.questionnaires}</Act>
        </View>
      </Figure>
      <Figure
        label={words.satisfied}
        value={answered && satisfied !== null ? words.satisfiedOf(satisfied, answered) : null}
        from={answered ? words.satisfiedFrom : undefined}
      />
      <Figure
        label={words.suggestions}
        value={received > 0 ? words.suggestionsOf(received) : null}
        from={received > 0 ? handled : undefined}
      />
      <Figure
        label={words.forms}
        value={forms.length ? forms.map((form) => FORM_WORDS[form]).join('、') : null}
        from={forms.length ? words.formsFrom : undefined}
      />
    </Group>
  );
}

function Explanations({ closing: { explanations }, report, off }: { closing: Closing; report: Report; off: boolean }) {
  const [typed, type] = useTyped(explanations === null ? '' : String(explanations), report.typing, (text) => {
    if (text === '' || countOf(text) !== null) report.change({ explanations: countOf(text) });
  });
  const value = explanations === null ? null : `${explanations} ${words.times}`;
  return (
    <Figure label={words.explanations} value={value} said from={words.explanationsHint}>
      {!off && (
        <View className="report__acts">
          <InputBox short kind="number" label={words.explanationsHint} value={typed} maxlength={5} onChange={type} />
          <View className="report__unit">{words.times}</View>
        </View>
      )}
    </Figure>
  );
}
