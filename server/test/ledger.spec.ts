import { Quota } from '../src/modules/quotas/quota.entity';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { Registration } from '../src/modules/registrations/registration.entity';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

/** Breaks something by hand, and says what the ledger says of it. */
async function after(sql: string): Promise<string[]> {
  await test_.database.write((manager) => manager.query(sql));
  return ledgerFaults(test_.database.read);
}

test('the ledger of a database that was only used through the rules is without fault, and names what is not', async () => {
  const session = await aPublishedSession(await theDistrict(test_), { quotas: [{ name: '居民', capacity: 3 }] });
  const [one, two] = [await test_.as('resident', '入座'), await test_.as('resident', '等候')];
  const seated = await register(one, session.id, { seats: 2, companions: [{ name: '同行' }] });
  const waiting = await register(two, session.id, { seats: 2, joinWaitlist: true });
  expect([seated.body.status, waiting.body.status]).toEqual(['confirmed', 'waitlisted']);
  expect(await ledgerFaults(test_.database.read)).toEqual([]);
  const quota = await test_.database.read.findOneByOrFail(Quota, { sessionId: session.id });

  expect(await after(`UPDATE quotas SET taken = 4 WHERE id = '${quota.id}'`)).toEqual([
    `${quota.id}: 4 against 2 (a quota's taken seats are those of its offered and confirmed parties)`,
    `${quota.id}: 3 against 4 (no quota takes more than its capacity, or fewer than none)`,
  ]);
  expect(await after(`UPDATE quotas SET taken = 2 WHERE id = '${quota.id}'`)).toEqual([]);
  expect(await after(`UPDATE event_sessions SET waiting = 0, waitNumber = 0 WHERE id = '${session.id}'`)).toEqual([
    `${session.id}: 0 against 2 (a session's waiting seats are those of its waiting parties)`,
    `${session.id} 1: 0 against 1 (a place in the line is given once, by the session)`,
  ]);
  await after(`UPDATE event_sessions SET waiting = 2, waitNumber = 1 WHERE id = '${session.id}'`);
  const { subject } = await test_.database.read.findOneByOrFail(Registration, { id: seated.body.id });
  expect(await after(`UPDATE registrations SET subject = '${subject}' WHERE id = '${waiting.body.id}'`)).toEqual([
    expect.stringMatching(`^${session.id} .* 1 against 2 \\(a person has one live registration in a session\\)`),
  ]);
  expect(await after(`DELETE FROM registrations WHERE id = '${seated.body.id}'`)).toEqual([
    expect.stringContaining("a quota's taken seats"),
    expect.stringContaining('a key that was answered has its registration'),
    expect.stringContaining('a companion belongs to a registration'),
  ]);
});

test('a pool set up anew, once everybody in it has left, breaks no law', async () => {
  const desk = await theDistrict(test_);
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 3 }] });
  const resident = await test_.as('resident', '又走了');
  const { body } = await register(resident, session.id);
  await resident.post(`/registrations/${body.id}/cancel`, {});
  const quotas = [{ name: '企业', capacity: 2 }];
  expect((await desk.put(`/sessions/${session.id}/setup`, { mode: 'firstCome', quotas })).status).toBe(200);
  expect((await ledgerFaults(test_.database.read)).filter((fault) => fault.startsWith(body.id))).toEqual([]);
});

test('an enterprise over its limit is named, however each party spelt it', async () => {
  const desk = await theDistrict(test_);
  const session = await aPublishedSession(desk, { quotas: [{ name: '企业', capacity: 9, perEnterprise: 3 }] });
  const spelt = ['东阿某厂（有限）', '东阿 某厂(有限)'];
  for (const [i, enterprise] of spelt.entries())
    await register(await test_.as('resident', `厂里人${i}`), session.id, { enterprise, seats: 1 });
  const faults = async () => (await ledgerFaults(test_.database.read)).filter((fault) => fault.includes('enterprise'));
  expect(await faults()).toEqual([]);
  await test_.database.write((m) => m.update(Quota, { sessionId: session.id }, { perEnterprise: 1 }));
  expect(await faults()).toEqual([
    `${session.quotas[0]?.id} 东阿某厂(有限): 1 against 2 (an enterprise has no more seats than its quota allows one)`,
  ]);
});
