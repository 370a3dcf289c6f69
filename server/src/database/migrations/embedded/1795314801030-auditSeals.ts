import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSeals1795314801030 implements MigrationInterface {
  name = 'AuditSeals1795314801030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "audit_seals" ("number" integer PRIMARY KEY NOT NULL, "entryIds" text NOT NULL, "mac" varchar(80) NOT NULL, "at" datetime(3) NOT NULL)`,
    );
    await runner.query(`DROP INDEX "IDX_5fca01feb6b69f00ce437e0b36"`);
    await runner.query(`DROP INDEX "IDX_b12f87335630edfd1294cf349b"`);
    await runner.query(
      `CREATE TABLE "temporary_audit_entries" ("id" varchar(19) PRIMARY KEY NOT NULL, "at" datetime(3) NOT NULL, "accountId" varchar(19), "act" varchar(40) NOT NULL, "targetKind" varchar(20) NOT NULL, "targetId" varchar(40) NOT NULL, "result" varchar(20) NOT NULL, "mac" varchar(80) NOT NULL DEFAULT (''), "seal" integer)`,
    );
    await runner.query(
      `INSERT INTO "temporary_audit_entries"("id", "at", "accountId", "act", "targetKind", "targetId", "result") SELECT "id", "at", "accountId", "act", "targetKind", "targetId", "result" FROM "audit_entries"`,
    );
    await runner.query(`DROP TABLE "audit_entries"`);
    await runner.query(`ALTER TABLE "temporary_audit_entries" RENAME TO "audit_entries"`);
    await runner.query(`CREATE INDEX "IDX_5fca01feb6b69f00ce437e0b36" ON "audit_entries" ("accountId", "at") `);
    await runner.query(`CREATE INDEX "IDX_b12f87335630edfd1294cf349b" ON "audit_entries" ("at") `);
    await runner.query(`CREATE INDEX "IDX_cac28747de0b96472572dede32" ON "audit_entries" ("seal") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_cac28747de0b96472572dede32"`);
    await runner.query(`DROP INDEX "IDX_b12f87335630edfd1294cf349b"`);
    await runner.query(`DROP INDEX "IDX_5fca01feb6b69f00ce437e0b36"`);
    await runner.query(`ALTER TABLE "audit_entries" RENAME TO "temporary_audit_entries"`);
    await runner.query(
      `CREATE TABLE "audit_entries" ("id" varchar(19) PRIMARY KEY NOT NULL, "at" datetime(3) NOT NULL, "accountId" varchar(19), "act" varchar(40) NOT NULL, "targetKind" varchar(20) NOT NULL, "targetId" varchar(40) NOT NULL, "result" varchar(20) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "audit_entries"("id", "at", "accountId", "act", "targetKind", "targetId", "result") SELECT "id", "at", "accountId", "act", "targetKind", "targetId", "result" FROM "temporary_audit_entries"`,
    );
    await runner.query(`DROP TABLE "temporary_audit_entries"`);
    await runner.query(`CREATE INDEX "IDX_b12f87335630edfd1294cf349b" ON "audit_entries" ("at") `);
    await runner.query(`CREATE INDEX "IDX_5fca01feb6b69f00ce437e0b36" ON "audit_entries" ("accountId", "at") `);
    await runner.query(`DROP TABLE "audit_seals"`);
  }
}
