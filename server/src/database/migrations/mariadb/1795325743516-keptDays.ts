import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptDays1795325743516 implements MigrationInterface {
  name = 'KeptDays1795325743516';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`programmes\` ADD \`keptDays\` int NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`keptDays\``);
  }
}
