import type { ErrorDetail } from '@openday/shared/wire';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { planning } from '@/lib/text/planning';

const { make: words } = planning;

/** Which of the two the sheet does not say; both where the server names none. */
export function lacks(details: readonly ErrorDetail[]): { title: boolean; year: boolean } {
  const title = details.some(({ field }) => field === 'title');
  const year = details.some(({ field }) => field === 'year');
  return title || year ? { title, year } : { title: true, year: true };
}

export function isTitle(title: string): boolean {
  return title.trim().length >= 2 && title.trim().length <= 80;
}

export function isYear(year: string): boolean {
  return /^20\d\d$/.test(year.trim());
}

export interface TitleFieldsProps {
  asked: { title: boolean; year: boolean };
  title: string;
  year: string;
  /** Sent once: what will not do is said. */
  tried: boolean;
  onTitle: (title: string) => void;
  onYear: (year: string) => void;
}

/** Title and year, as far as the sheet lacks them. */
export function TitleFields({ asked, title, year, tried, onTitle, onYear }: TitleFieldsProps) {
  return (
    <Group>
      {asked.title && (
        <Field
          label={words.planTitle}
          value={title}
          placeholder={words.planTitleHint}
          maxlength={80}
          error={tried && !isTitle(title) ? words.titleBad : null}
          onChange={onTitle}
        />
      )}
      {asked.year && (
        <Field
          label={words.year}
          value={year}
          type="number"
          placeholder="2026"
          maxlength={4}
          error={tried && !isYear(year) ? words.yearBad : null}
          onChange={onYear}
        />
      )}
    </Group>
  );
}
