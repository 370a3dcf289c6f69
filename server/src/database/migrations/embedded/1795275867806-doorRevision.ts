import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DoorRevision1795275867806 implements MigrationInterface {
  name = 'DoorRevision1795275867806';

  // By hand: the generated way copies the whole table, and with it forgets what a neighbour's migration added.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "event_sessions" ADD COLUMN "doorRevision" integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "event_sessions" DROP COLUMN "doorRevision"`);
  }
}
