import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContentChecks1795325690524 implements MigrationInterface {
  name = 'ContentChecks1795325690524';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`content_checks\` (\`suggestionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`dueAt\` datetime(3) NULL, \`tries\` int NOT NULL DEFAULT '0', \`verdict\` varchar(8) CHARACTER SET "ascii" NULL, INDEX \`IDX_0d7d40f2673c3f273184833876\` (\`dueAt\`), PRIMARY KEY (\`suggestionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`held_publications\` (\`suggestionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`question\` varchar(100) CHARACTER SET "utf8mb4" NOT NULL, \`answer\` text CHARACTER SET "utf8mb4" NOT NULL, \`why\` varchar(10) CHARACTER SET "ascii" NOT NULL, \`askedBy\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`reason\` varchar(100) CHARACTER SET "utf8mb4" NULL, \`createdAt\` datetime(3) NOT NULL, PRIMARY KEY (\`suggestionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`work_wechats\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`value\` varchar(400) CHARACTER SET "ascii" NOT NULL, \`boundAt\` datetime(3) NOT NULL, PRIMARY KEY (\`accountId\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE \`work_wechats\``);
    await runner.query(`DROP TABLE \`held_publications\``);
    await runner.query(`DROP INDEX \`IDX_0d7d40f2673c3f273184833876\` ON \`content_checks\``);
    await runner.query(`DROP TABLE \`content_checks\``);
  }
}
