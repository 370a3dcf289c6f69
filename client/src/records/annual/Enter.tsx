import { Act } from '@/components/Act';
import { useMayAct } from '@/features/desk/may-act';
import { PAST_ENTRY_URL } from '@/features/desk/record-urls';
import { open } from '@/lib/routes';
import { annual as words } from '@/lib/text/annual';

/** 补录: to where sessions of an earlier year are entered; not for who only looks on. */
export function Enter({ year }: { year: number }) {
  const may = useMayAct();
  return may ? <Act onTap={() => open(`${PAST_ENTRY_URL}?year=${year}`)}>{words.enter(year)}</Act> : null;
}
