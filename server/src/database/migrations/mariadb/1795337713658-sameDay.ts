import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SameDay1795337713658 implements MigrationInterface {
  name = 'SameDay1795337713658';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`outbox_messages\` ADD \`sameDay\` tinyint NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`outbox_messages\` DROP COLUMN \`sameDay\``);
  }
}
