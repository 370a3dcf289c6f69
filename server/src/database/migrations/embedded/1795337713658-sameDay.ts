import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SameDay1795337713658 implements MigrationInterface {
  name = 'SameDay1795337713658';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_b0757b51b352408a055d204fca"`);
    await runner.query(`DROP INDEX "IDX_7a6713889d248b3163696f2274"`);
    await runner.query(
      `CREATE TABLE "temporary_outbox_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "kind" varchar(20) NOT NULL, "accountId" varchar(19) NOT NULL, "subjectId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, "note" varchar(100), "dueAt" datetime(3), "sameDay" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_outbox_messages"("id", "kind", "accountId", "subjectId", "createdAt", "note", "dueAt") SELECT "id", "kind", "accountId", "subjectId", "createdAt", "note", "dueAt" FROM "outbox_messages"`,
    );
    await runner.query(`DROP TABLE "outbox_messages"`);
    await runner.query(`ALTER TABLE "temporary_outbox_messages" RENAME TO "outbox_messages"`);
    await runner.query(`CREATE INDEX "IDX_b0757b51b352408a055d204fca" ON "outbox_messages" ("dueAt") `);
    await runner.query(`CREATE INDEX "IDX_7a6713889d248b3163696f2274" ON "outbox_messages" ("accountId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_7a6713889d248b3163696f2274"`);
    await runner.query(`DROP INDEX "IDX_b0757b51b352408a055d204fca"`);
    await runner.query(`ALTER TABLE "outbox_messages" RENAME TO "temporary_outbox_messages"`);
    await runner.query(
      `CREATE TABLE "outbox_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "kind" varchar(20) NOT NULL, "accountId" varchar(19) NOT NULL, "subjectId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, "note" varchar(100), "dueAt" datetime(3))`,
    );
    await runner.query(
      `INSERT INTO "outbox_messages"("id", "kind", "accountId", "subjectId", "createdAt", "note", "dueAt") SELECT "id", "kind", "accountId", "subjectId", "createdAt", "note", "dueAt" FROM "temporary_outbox_messages"`,
    );
    await runner.query(`DROP TABLE "temporary_outbox_messages"`);
    await runner.query(`CREATE INDEX "IDX_7a6713889d248b3163696f2274" ON "outbox_messages" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_b0757b51b352408a055d204fca" ON "outbox_messages" ("dueAt") `);
  }
}
