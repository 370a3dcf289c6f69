import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeConsentsSettings1795286974731 implements MigrationInterface {
  name = 'MeConsentsSettings1795286974731';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`consents\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`version\` varchar(10) CHARACTER SET "ascii" NOT NULL, \`agreedAt\` datetime(3) NOT NULL, \`withdrawnAt\` datetime(3) NULL, INDEX \`IDX_8c737c5b93ffb2a99bbfb132b6\` (\`accountId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`message_settings\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`off\` text CHARACTER SET "utf8mb4" NOT NULL, \`sms\` tinyint NOT NULL DEFAULT 0, \`updatedAt\` datetime(3) NOT NULL, PRIMARY KEY (\`accountId\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE \`message_settings\``);
    await runner.query(`DROP INDEX \`IDX_8c737c5b93ffb2a99bbfb132b6\` ON \`consents\``);
    await runner.query(`DROP TABLE \`consents\``);
  }
}
