import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeConsentsSettings1795286974731 implements MigrationInterface {
  name = 'MeConsentsSettings1795286974731';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "consents" ("id" varchar(19) PRIMARY KEY NOT NULL, "accountId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "version" varchar(10) NOT NULL, "agreedAt" datetime(3) NOT NULL, "withdrawnAt" datetime(3))`,
    );
    await runner.query(`CREATE INDEX "IDX_8c737c5b93ffb2a99bbfb132b6" ON "consents" ("accountId") `);
    await runner.query(
      `CREATE TABLE "message_settings" ("accountId" varchar(19) PRIMARY KEY NOT NULL, "off" text NOT NULL, "sms" boolean NOT NULL DEFAULT (0), "updatedAt" datetime(3) NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "message_settings"`);
    await runner.query(`DROP INDEX "IDX_8c737c5b93ffb2a99bbfb132b6"`);
    await runner.query(`DROP TABLE "consents"`);
  }
}
