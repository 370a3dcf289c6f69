import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitFollows1795286504644 implements MigrationInterface {
  name = 'UnitFollows1795286504644';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "organizer_follows" ("accountId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, PRIMARY KEY ("accountId", "organizerId"))`,
    );
    await runner.query(`CREATE INDEX "IDX_bbf097d9cba3b12e738f5c40b9" ON "organizer_follows" ("organizerId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_bbf097d9cba3b12e738f5c40b9"`);
    await runner.query(`DROP TABLE "organizer_follows"`);
  }
}
