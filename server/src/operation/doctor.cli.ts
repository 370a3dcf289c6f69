import 'reflect-metadata';
import { examine } from './doctor';

const SIGNS = { good: '好    ', warning: '注意  ', bad: '不行  ' };

/** A line a finding, what to do beneath it; ends with 1 where something is wrong. */
async function main(): Promise<void> {
  const findings = await examine(process.env);
  for (const { state, what, todo } of findings) {
    console.info(`${SIGNS[state]}${what}`);
    if (todo) console.info(`      → ${todo}`);
  }
  const wrong = findings.filter(({ state }) => state === 'bad').length;
  console.info(wrong ? `${wrong} 处要先改好` : '可以开着');
  process.exitCode = wrong ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
