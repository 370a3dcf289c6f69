import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plans1795255594198 implements MigrationInterface {
  name = 'Plans1795255594198';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`plan_imports\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`programmeId\` varchar(19) CHARACTER SET "ascii" NULL, \`title\` varchar(80) CHARACTER SET "utf8mb4" NOT NULL, \`year\` int NOT NULL DEFAULT '0', \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_b3bb6231f375b3ff1f3f6b70d0\` (\`organizerId\`, \`year\`, \`title\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`plan_rows\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`importId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`position\` int NOT NULL DEFAULT '0', \`contentHash\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`state\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`sheet\` text CHARACTER SET "utf8mb4" NOT NULL, \`decided\` text CHARACTER SET "utf8mb4" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_c60a421627a7ccc15d7558d7a8\` (\`importId\`, \`position\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_c60a421627a7ccc15d7558d7a8\` ON \`plan_rows\``);
    await runner.query(`DROP TABLE \`plan_rows\``);
    await runner.query(`DROP INDEX \`IDX_b3bb6231f375b3ff1f3f6b70d0\` ON \`plan_imports\``);
    await runner.query(`DROP TABLE \`plan_imports\``);
  }
}
