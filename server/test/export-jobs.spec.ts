import { setTimeout as wait } from 'node:timers/promises';
import type { AskedExport, ExportJob as Job } from '@openday/shared/exports';
import { Account } from '../src/modules/accounts/account.entity';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { ExportJob } from '../src/modules/exports/export-job.entity';
import { ClaimLost, ExportJobWriter } from '../src/modules/exports/export-job.writer';
import { ExportPiece } from '../src/modules/exports/export-piece.entity';
import { ExportsJob } from '../src/modules/exports/exports.job';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { seatPeople } from './support/district';
import { cellsOf, fetched } from './support/exported';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let sessionId: string;

const MANY = 5_200;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  sessionId = (await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 10_000 }] })).id;
  await seatPeople(test_.app, sessionId, Array(MANY).fill(1));
}, 60_000);
afterAll(() => test_.stop());

const asked = (over: object = {}) => ({ kind: 'registrants', format: 'csv', session: sessionId, ...over });
const ask = async (over: object = {}, who = desk) => (await who.post<AskedExport>('/exports', asked(over))).body;
const rowOf = (id: string) => test_.database.read.findOneByOrFail(ExportJob, { id });

/** Done, or failed. */
async function ended(id: string): Promise<Job> {
  for (let seconds = 0; seconds < 60; seconds += 0.1) {
    const { body } = await desk.get<Job>(`/exports/${id}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await wait(100);
  }
  throw new Error('the export did not end within a minute');
}

test('a short list has no job: it is only counted', async () => {
  expect(await ask({ kind: 'organizers', session: undefined })).toEqual({ rows: 1, job: null });
});

test('a long list is made in the background, with progress, and fetched whole; asking and fetching are audited', async () => {
  const { rows, job } = await ask();
  expect(rows).toBe(MANY);
  expect(job).toMatchObject({ kind: 'registrants', total: MANY, bytes: null });
  const done = await ended(job!.id);
  expect(done).toMatchObject({
    state: 'done',
    done: MANY,
    total: MANY,
    name: expect.stringMatching(/^报名名单_.*csv$/),
  });
  const server = onMariadb ? await test_.replica() : test_;
  const file = await fetched(server, desk, `/exports/${job!.id}/file`);
  expect(file.bytes.length).toBe(done.bytes);
  expect(await cellsOf(file)).toHaveLength(MANY + 1);
  const acts = (await test_.database.read.find(AuditEntry, { order: { id: 'ASC' } })).map(({ act }) => act);
  expect(acts.slice(-2)).toEqual(['export.registrants', 'export.download']);
  expect((await desk.get<{ items: Job[] }>('/exports')).body.items[0]).toEqual(done);
});

test('an .xlsx made in the background is the file a spreadsheet opens', async () => {
  const { job } = await ask({ format: 'xlsx' });
  await ended(job!.id);
  expect(await cellsOf(await fetched(test_, desk, `/exports/${job!.id}/file`))).toHaveLength(MANY + 1);
});

test('a file is its asker’s, of the unit they asked for; nobody else finds it', async () => {
  const { job } = await ask();
  await ended(job!.id);
  const unit = await test_.as('organizer', (await anOrganizer(test_)).name);
  for (const path of [`/exports/${job!.id}`, `/exports/${job!.id}/file`])
    expect(await unit.refused('GET', path)).toMatchObject({ status: 404 });
  const other = await anOrganizer(test_);
  await test_.database.write((manager) => manager.update(ExportJob, { id: job!.id }, { organizerId: other.id }));
  expect(await desk.refused('GET', `/exports/${job!.id}/file`)).toMatchObject({ status: 404 });
});

test('what a server left half made when it was killed is taken up by another, and the dead one’s work does not count', async () => {
  const { job } = await ask();
  await ended(job!.id);
  const half = { state: 'running' as const, fence: 1, leaseUntil: new Date(Date.now() - 1000), done: 500, bytes: null };
  await test_.database.write(async (manager) => {
    await manager.delete(ExportPiece, { jobId: job!.id });
    await manager.update(ExportJob, { id: job!.id }, half);
  });
  const dead = await rowOf(job!.id);
  await test_.app.get(ExportsJob).look();
  expect(await ended(job!.id)).toMatchObject({ state: 'done', done: MANY });
  const writer = test_.app.get(ExportJobWriter);
  await expect(writer.keep(dead, 7, Buffer.from('late'), 900)).rejects.toBeInstanceOf(ClaimLost);
  await expect(writer.finish(dead, 4, 900)).rejects.toBeInstanceOf(ClaimLost);
  expect((await rowOf(job!.id)).fence).toBe(2);
  const pieces = await test_.database.read.findBy(ExportPiece, { jobId: job!.id });
  expect(new Set(pieces.map(({ fence }) => fence))).toEqual(new Set([2]));
  expect(await cellsOf(await fetched(test_, desk, `/exports/${job!.id}/file`))).toHaveLength(MANY + 1);
});

test('a job that ends its server again and again is given up; one that is not done cannot be fetched', async () => {
  const { job } = await ask();
  await ended(job!.id);
  const again = { state: 'running' as const, fence: 5, leaseUntil: new Date(Date.now() - 1000) };
  await test_.database.write((manager) => manager.update(ExportJob, { id: job!.id }, again));
  await test_.app.get(ExportsJob).look();
  expect(await ended(job!.id)).toMatchObject({ state: 'failed' });
  expect(await desk.refused('GET', `/exports/${job!.id}/file`)).toMatchObject({
    status: 409,
    code: 'EXPORT_NOT_READY',
  });
});

test('who was put out, or moved to another unit, gets no file made any more', async () => {
  const unit = await anOrganizer(test_);
  const leaving = await test_.as('organizer', unit.name);
  const session = await aPublishedSession(
    desk,
    { quotas: [{ name: '居民', capacity: 9_000 }] },
    { organizerId: unit.id },
  );
  await seatPeople(test_.app, session.id, Array(5_001).fill(1));
  const account = await test_.database.read.findOneByOrFail(Account, { organizerId: unit.id });
  const { job } = await ask({ session: session.id }, leaving);
  await test_.app.get(ExportsJob).look();
  const gone = { state: 'waiting' as const, fence: 1, leaseUntil: null };
  await test_.database.write(async (manager) => {
    await manager.update(Account, { id: account.id }, { disabledAt: new Date() });
    await manager.update(ExportJob, { id: job!.id }, gone);
  });
  await test_.app.get(ExportsJob).look();
  expect((await rowOf(job!.id)).state).toBe('failed');
});

test('a file is gone after a day, with all of its pieces', async () => {
  const { job } = await ask();
  await ended(job!.id);
  const old = new Date(Date.now() - 86_400_001);
  await test_.database.write((manager) => manager.update(ExportJob, { id: job!.id }, { createdAt: old }));
  await test_.app.get(ExportsJob).clean();
  expect(await desk.refused('GET', `/exports/${job!.id}`)).toMatchObject({ status: 404 });
  expect(await test_.database.read.countBy(ExportPiece, { jobId: job!.id })).toBe(0);
});
