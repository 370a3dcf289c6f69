import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Discovery1795286973108 implements MigrationInterface {
  name = 'Discovery1795286973108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`shown_changes\` (\`id\` varchar(16) CHARACTER SET "ascii" NOT NULL, \`at\` datetime(3) NOT NULL, \`changed\` text CHARACTER SET "utf8mb4" NOT NULL, INDEX \`IDX_d6ab9e5bc673cf7a48fe7b1e5c\` (\`at\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`events\` ADD \`topic\` varchar(12) CHARACTER SET "ascii" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`topic\``);
    await runner.query(`DROP INDEX \`IDX_d6ab9e5bc673cf7a48fe7b1e5c\` ON \`shown_changes\``);
    await runner.query(`DROP TABLE \`shown_changes\``);
  }
}
