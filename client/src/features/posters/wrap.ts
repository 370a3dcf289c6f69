/** How wide a text is drawn, in the canvas's px. */
export type Measure = (text: string) => number;

/** A Latin word or a number stays whole; so does an opening mark with what it opens, and a closing one with what it ends. */
const UNIT = /[（《“‘「【]*(?:[A-Za-z0-9.:%+/–-]+|[^\s])[，。、：；！？）》”’」】…—]*|\s+/gu;
/** What a reader takes in one go: to the next comma, colon or blank; what stands in brackets by itself. */
const PHRASE = /[（《“‘「【]?[^，、：；。！？（《\s]+[，、：；。！？]*\s*/gu;

/** Lines no wider than `width`, as Chinese is set: none begins with a closing mark or ends with an opening one. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return fill(text.match(UNIT) ?? [], width, measure);
}

/** A title's lines: by phrases where these fit into few lines, else of about one length. */
export function balanced(text: string, width: number, measure: Measure): string[] {
  const greedy = wrap(text, width, measure);
  if (greedy.length < 2) return greedy;
  const byPhrase = phrased(text, width, measure);
  if (byPhrase?.length === greedy.length) return byPhrase;
  for (let share = 0.5; share < 1; share += 0.05) {
    const lines = wrap(text, width * share, measure);
    if (lines.length === greedy.length) return lines;
  }
  return greedy;
}

/** Lines that break between phrases only; null where one is longer than a line. */
export function phrased(text: string, width: number, measure: Measure): string[] | null {
  const phrases = text.match(PHRASE) ?? [];
  return phrases.every((phrase) => measure(phrase.trim()) <= width) ? fill(phrases, width, measure) : null;
}

/** The first lines; what is left out is said by … */
export function clipped(lines: string[], most: number, width: number, measure: Measure): string[] {
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && measure(`${last}…`) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.replace(/[，。、：；\s]+$/u, '')}…`];
}

function fill(units: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line !== '' && measure((line + unit).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else line += unit;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
