import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelReasons1795269020339 implements MigrationInterface {
  name = 'CancelReasons1795269020339';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`cancelReason\` varchar(100) CHARACTER SET "utf8mb4" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`cancelReason\``);
  }
}
