// What the door's camera page answers, with codes made as residents' phones make them.
import { join } from 'node:path';
import { ROOT } from '../process.mjs';

const MINUTE = 60_000;
const SHARP = ['camera', 'go-party', 'old', 'cancelled'];

/** `here`: a session whose people are registered; `elsewhere`: another of that unit and day. */
export async function scanScenes(here, elsewhere) {
  const { counterAt, registrationCode, registrationKey } = await import(join(ROOT, 'shared/dist/check-in-code.js'));
  const [mine, theirs] = [await codesOf(here, 'scan-here'), await codesOf(elsewhere, 'scan-else')];
  const [one, two, three, another, gone] = here.registrations;
  await here.people[4].post(`/registrations/${gone.id}/cancel`);
  // Once recorded, a party of one is in: each size has its own.
  const alone = [one, another];

  function code({ id, seats }, { keyId, key, sessionId } = mine, minutes = 0) {
    const counter = counterAt(Date.now() + minutes * MINUTE);
    const fields = { keyId, sessionId, registrationId: id, kind: 'live', seats, counter };
    return registrationCode(fields, registrationKey(Buffer.from(key, 'base64'), id));
  }
  async function show(page, text) {
    await page.getByRole('button', { name: '输码' }).filter({ visible: true }).click();
    await page.locator('#code').fill(text);
    await page.locator('#check').click();
    await page.locator('.v').waitFor();
  }
  const at = (file, steps, more = {}) => ({
    file: `scan-${file}`,
    who: here.east,
    route: 'staff/scan/index',
    query: { id: here.session.id },
    saves: true,
    steps,
    stored: { doorName: '东门', ...more },
  });
  const states = {
    camera: (page) => page.getByText('对准居民的码').waitFor(),
    'go-party': (page) => show(page, code(three)),
    'go-one': (page) => show(page, code(alone.shift() ?? one)),
    old: (page) => show(page, code(three, mine, -12)),
    again: async (page) => {
      await show(page, code(two));
      await page.locator('#act-admit').click();
      await page.waitForTimeout(3000);
      await show(page, code(two));
    },
    other: (page) => show(page, code(elsewhere.registrations[0], theirs)),
    cancelled: (page) => show(page, code(gone)),
    unknown: (page) => show(page, 'https://example.cn/menu'),
    altered: (page) =>
      show(
        page,
        code(three).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      ),
  };
  return [
    ...Object.entries(states).map(([file, steps]) => at(file, steps)),
    ...SHARP.map((file) => at(`sharp-${file}`, states[file], { sharp: true })),
  ];
}

/** The session's newest key, as its door gets it. */
async function codesOf({ east, session }, deviceId) {
  const { keys } = await east.takes(deviceId, '西门');
  return { keyId: keys[0].id, key: keys[0].key, sessionId: session.id };
}
