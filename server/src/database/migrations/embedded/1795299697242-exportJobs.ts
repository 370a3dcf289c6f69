import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExportJobs1795299697242 implements MigrationInterface {
  name = 'ExportJobs1795299697242';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "export_jobs" ("id" varchar(19) PRIMARY KEY NOT NULL, "accountId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "format" varchar(4) NOT NULL, "asked" text NOT NULL, "state" varchar(8) NOT NULL, "done" integer NOT NULL DEFAULT (0), "total" integer NOT NULL DEFAULT (0), "bytes" integer, "fence" integer NOT NULL DEFAULT (0), "leaseUntil" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_0d268e5f53a4625f475f3eaefd" ON "export_jobs" ("createdAt") `);
    await runner.query(`CREATE INDEX "IDX_4f8bcfd399d13588b98a8983a4" ON "export_jobs" ("accountId", "createdAt") `);
    await runner.query(`CREATE INDEX "IDX_afa198ce9ebd46157de1c9c14c" ON "export_jobs" ("state", "leaseUntil") `);
    await runner.query(
      `CREATE TABLE "export_pieces" ("jobId" varchar(19) NOT NULL, "fence" integer NOT NULL, "place" integer NOT NULL, "content" text NOT NULL, PRIMARY KEY ("jobId", "fence", "place"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "export_pieces"`);
    await runner.query(`DROP INDEX "IDX_afa198ce9ebd46157de1c9c14c"`);
    await runner.query(`DROP INDEX "IDX_4f8bcfd399d13588b98a8983a4"`);
    await runner.query(`DROP INDEX "IDX_0d268e5f53a4625f475f3eaefd"`);
    await runner.query(`DROP TABLE "export_jobs"`);
  }
}
