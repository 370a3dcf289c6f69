import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuggestionOwners1795288361165 implements MigrationInterface {
  name = 'SuggestionOwners1795288361165';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`suggestion_steps\` ADD \`accountId\` varchar(19) CHARACTER SET "ascii" NULL`);
    await runner.query(`CREATE INDEX \`IDX_4b455135d938a001de729609d8\` ON \`suggestion_steps\` (\`accountId\`)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_4b455135d938a001de729609d8\` ON \`suggestion_steps\``);
    await runner.query(`ALTER TABLE \`suggestion_steps\` DROP COLUMN \`accountId\``);
  }
}
