import { register } from 'prom-client';
import { AuditWriter } from '../src/modules/audit/audit.writer';
import { AuditChainReader } from '../src/modules/audit/audit-chain.reader';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { AuditSeal } from '../src/modules/audit/audit-seal.entity';
import { AuditSealJob } from '../src/modules/audit/audit-seal.job';
import { onMariadb, startApp, type TestApp } from './support/app';

let test_: TestApp;
let entries: AuditEntry[];

beforeEach(async () => {
  test_ = await startApp();
  const [writer, job] = [test_.app.get(AuditWriter), test_.app.get(AuditSealJob)];
  for (let batch = 0; batch < 3; batch++) {
    await test_.database.write((manager) =>
      writer.append(
        manager,
        ...[1, 2, 3].map((n) => ({
          accountId: null,
          act: 'test.act',
          target: ['row', `${batch}${n}`] as [string, string],
        })),
      ),
    );
    if (batch < 2) expect(await job.run()).toBe(3);
  }
  entries = await test_.database.read.find(AuditEntry, { order: { id: 'ASC' } });
});
afterEach(() => test_.stop());

const prove = () => test_.app.get(AuditChainReader).prove(test_.database.read);
const change = (id: string, columns: Partial<AuditEntry>) =>
  test_.database.write((manager) => manager.update(AuditEntry, { id }, columns));

test('A40 an edited, a removed and an inserted entry are named, in a batch and before it is sealed', async () => {
  expect(await prove()).toMatchObject({
    faults: [],
    sealed: 6,
    open: 3,
    head: expect.stringMatching(/^2 1:[0-9a-f]{64}$/),
  });
  const [first, second, third, , fifth, , , eighth] = entries;
  await change(first!.id, { result: 'refused' });
  await change(fifth!.id, { accountId: '1000000000000000000' });
  await change(eighth!.id, { at: new Date(0) });
  await test_.database.write((manager) => manager.delete(AuditEntry, { id: second!.id }));
  await test_.database.write((manager) => manager.insert(AuditEntry, { ...third!, id: '3000000000000000000' }));
  expect((await prove()).faults).toEqual([
    `entry ${second!.id}: removed from batch 1`,
    'entry 3000000000000000000: put into batch 1',
    `entry ${first!.id}: not as it was written`,
    'entry 3000000000000000000: not as it was written',
    `entry ${fifth!.id}: not as it was written`,
    `entry ${eighth!.id}: not as it was written`,
  ]);
});

test('A40 a batch that is edited, or gone with its entries, is named', async () => {
  await test_.app.get(AuditSealJob).run();
  const { entryIds } = await test_.database.read.findOneByOrFail(AuditSeal, { number: 2 });
  await test_.database.write((m) =>
    m.update(AuditSeal, { number: 2 }, { entryIds: entryIds.split(',').reverse().join() }),
  );
  expect((await prove()).faults).toEqual(['batch 2: not as it was written']);
  await test_.database.write(async (manager) => {
    await manager.delete(AuditEntry, { seal: 2 });
    await manager.delete(AuditSeal, { number: 2 });
  });
  expect((await prove()).faults).toEqual(['batch 3: 1 before it are gone']);
  await test_.database.write((manager) => manager.delete(AuditSeal, { number: 3 }));
  expect((await prove()).faults).toHaveLength(3);
});

test('replicas that seal at once make one chain', async () => {
  const replicas = onMariadb ? [test_, await test_.replica(), await test_.replica()] : [test_, test_];
  const sealed = await Promise.all(replicas.map(({ app }) => app.get(AuditSealJob).run()));
  expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(3);
  expect(await prove()).toMatchObject({ faults: [], sealed: 9, open: 0 });
});

test('what was written before there was a chain is left outside it', async () => {
  const old = { ...entries[0]!, id: '1000000000000000001', mac: '', seal: null };
  await test_.database.write((manager) => manager.insert(AuditEntry, old));
  expect((await prove()).faults).toEqual([]);
  await test_.database.write((manager) => manager.insert(AuditEntry, { ...old, id: '3000000000000000001' }));
  expect((await prove()).faults).toEqual(['entry 3000000000000000001: not as it was written']);
});

test('a run that fails is counted where an operator sees it, and the next one seals what it left', async () => {
  const failures = async () => {
    const { values } = await register.getSingleMetric('openday_job_failures_total')!.get();
    return values.find(({ labels }) => labels.job === 'AuditSealJob.run')?.value;
  };
  const before = Number(await failures());
  const rename = (from: string, to: string) =>
    test_.database.write((manager) => manager.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  await rename('audit_seals', 'audit_seals_away');
  await expect(test_.app.get(AuditSealJob).run()).rejects.toThrow('audit_seals');
  expect(await failures()).toBe(before + 1);
  await rename('audit_seals_away', 'audit_seals');
  expect(await test_.app.get(AuditSealJob).run()).toBe(3);
});
