// One row of each kind that pages are told of, from what the demo holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../process.mjs';

export async function demoRows(url, { resident, staff, organizer }) {
  const [sessions, closing, registrations, doors, plans] = await Promise.all([
    request(url, 'GET /sessions'),
    request(url, 'GET /desk/closing', undefined, organizer),
    request(url, 'GET /registrations', undefined, resident),
    request(url, 'GET /check-in/sessions', undefined, staff),
    request(url, 'GET /plan-imports', undefined, organizer),
  ]);
  const firsts = { session: sessions, ended: closing, registration: registrations, door: doors };
  const rows = Object.fromEntries(Object.entries(firsts).map(([kind, { items }]) => [kind, items[0]]));
  for (const [kind, row] of Object.entries(rows)) if (!row) throw new Error(`the demo has no ${kind} to show`);
  return { ...rows, plan: plans.items[0] ?? (await importPlan(url, organizer)) };
}

function importPlan(url, organizer) {
  const text = readFileSync(join(ROOT, 'server/test/fixtures/plans/broken-lines.txt'), 'utf8');
  return request(url, 'POST /plan-imports', { text }, organizer);
}

export async function request(url, route, body, tokens) {
  const [method, path] = route.split(' ');
  const headers = {};
  if (body) headers['content-type'] = 'application/json';
  if (tokens) headers.authorization = `Bearer ${tokens.accessToken}`;
  const reply = await fetch(`${url}/api${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${route}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
