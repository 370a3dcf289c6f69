import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DoorRevision1795275867806 implements MigrationInterface {
  name = 'DoorRevision1795275867806';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`doorRevision\` int NOT NULL DEFAULT '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`doorRevision\``);
  }
}
