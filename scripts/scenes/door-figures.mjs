// How a door's closing, its invitations and the unit's pages about it can be found.

const NAMED = { stored: { doorName: '东门' } };
const press = (page, name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click();

export function closingScenes({ open, clashing, lost, closed, handOnly }) {
  const at = (file, door, more) => ({
    file: `closing-${file}`,
    who: door.east,
    route: 'staff/closing/index',
    query: { id: door.session.id },
    full: true,
    ...NAMED,
    ...more,
  });
  return [
    at('may-end', open, { saves: true }),
    at('conflict', clashing),
    at('lost', lost),
    at('excuse', lost, { full: false, steps: (page) => page.locator('.dev__act').first().click() }),
    at('final', closed),
    at('hand-only', handOnly),
    at('correct', closed, { full: false, steps: (page) => page.locator('#correct').click() }),
    at('unsent', open, {
      saves: true,
      steps: async (page) => {
        await page.context().setOffline(true);
        await page.getByText('没有网络').first().waitFor({ timeout: 30_000 });
      },
    }),
  ];
}

export function joinScenes({ token, session }) {
  const at = (file, query, more) => ({ file: `join-${file}`, who: null, route: 'staff/join/index', query, ...more });
  return [
    at('link', { token, s: session.id }),
    at('no-name', { token, s: session.id }, { steps: (page) => press(page, '开始') }),
    at(
      'ended',
      { token: 'x'.repeat(40), s: session.id },
      {
        steps: async (page) => {
          await page.locator('#join-name').fill('小张');
          await press(page, '开始');
        },
      },
    ),
    at('broken', {}),
  ];
}

export function deskScenes(unit, { open, clashing, lost, closed, handOnly }) {
  const at = (page, file, door, more) => ({
    file: `${page}-${file}`,
    desk: true,
    who: unit,
    route: `organizer/${page}/index`,
    query: { id: door.session.id },
    full: true,
    ...more,
  });
  return [
    at('door', 'open', open),
    at('door', 'invited', open, { steps: (page) => page.locator('#invite').click() }),
    at('door', 'key', open, { full: false, steps: (page) => page.locator('#new-key').click() }),
    at('door', 'conflict', clashing),
    at('door', 'lost', lost),
    at('door', 'final', closed),
    at('door', 'still', open, {
      steps: async (page) => {
        await page.context().setOffline(true);
        await page.getByText('连不上').waitFor();
      },
    }),
    at('session', 'live', clashing),
    at('session', 'hand-only', handOnly),
    { file: 'closing-desk', desk: true, who: unit, route: 'staff/closing/index', query: { id: lost.session.id } },
  ];
}
