import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIns1795314120868 implements MigrationInterface {
  name = 'SignIns1795314120868';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "identities" ("keyIndex" varchar(64) PRIMARY KEY NOT NULL, "accountId" varchar(19) NOT NULL, "kind" varchar(8) NOT NULL, "value" varchar(400) NOT NULL, "provenAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_e0748194038e1e5471a58cd2a6" ON "identities" ("accountId") `);
    await runner.query(
      `CREATE TABLE "attempt_counts" ("bucketIndex" varchar(64) PRIMARY KEY NOT NULL, "count" integer NOT NULL DEFAULT (0), "resetsAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_75fd89f893dee4709e7e549b99" ON "attempt_counts" ("resetsAt") `);
    await runner.query(
      `CREATE TABLE "phone_codes" ("phoneIndex" varchar(64) PRIMARY KEY NOT NULL, "codeIndex" varchar(64) NOT NULL, "tries" integer NOT NULL DEFAULT (0), "expiresAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_304df363b35b36624a175462da" ON "phone_codes" ("expiresAt") `);
    await runner.query(
      `CREATE TABLE "second_factors" ("accountId" varchar(19) PRIMARY KEY NOT NULL, "secret" varchar(200) NOT NULL, "confirmedAt" datetime(3), "usedStep" integer NOT NULL DEFAULT (0), "recoveryHashes" text NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "sign_ins" ("id" varchar(19) PRIMARY KEY NOT NULL, "accountId" varchar(19) NOT NULL, "way" varchar(8) NOT NULL, "device" varchar(40) NOT NULL, "createdAt" datetime(3) NOT NULL, "seenAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "endedAt" datetime(3))`,
    );
    await runner.query(`CREATE INDEX "IDX_46c7972c1c4513e805becefed5" ON "sign_ins" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_83db759f86ca94b69a4066899e" ON "sign_ins" ("endsAt") `);
    await runner.query(`CREATE INDEX "IDX_77461157b200d91aae292b573a" ON "sign_ins" ("endedAt") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_77461157b200d91aae292b573a"`);
    await runner.query(`DROP INDEX "IDX_83db759f86ca94b69a4066899e"`);
    await runner.query(`DROP INDEX "IDX_46c7972c1c4513e805becefed5"`);
    await runner.query(`DROP TABLE "sign_ins"`);
    await runner.query(`DROP TABLE "second_factors"`);
    await runner.query(`DROP INDEX "IDX_304df363b35b36624a175462da"`);
    await runner.query(`DROP TABLE "phone_codes"`);
    await runner.query(`DROP INDEX "IDX_75fd89f893dee4709e7e549b99"`);
    await runner.query(`DROP TABLE "attempt_counts"`);
    await runner.query(`DROP INDEX "IDX_e0748194038e1e5471a58cd2a6"`);
    await runner.query(`DROP TABLE "identities"`);
  }
}
