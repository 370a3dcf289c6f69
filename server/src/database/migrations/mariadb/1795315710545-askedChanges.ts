import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskedChanges1795315710545 implements MigrationInterface {
  name = 'AskedChanges1795315710545';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`asked\` text CHARACTER SET "utf8mb4" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`asked\``);
  }
}
