import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Suggestions1795287329471 implements MigrationInterface {
  name = 'Suggestions1795287329471';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`responses\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`registrationId\` varchar(19) CHARACTER SET "ascii" NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NULL, \`satisfaction\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`clarity\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`line\` text CHARACTER SET "utf8mb4" NULL, \`suggestionId\` varchar(19) CHARACTER SET "ascii" NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_44a85be93c5253b8da1b182547\` (\`sessionId\`), UNIQUE INDEX \`IDX_82c66ffcf95782a386df8b97af\` (\`registrationId\`), INDEX \`IDX_6e8b3bf75d74495f7c8cef9fb9\` (\`accountId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`suggestions\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NULL, \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`state\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`text\` text CHARACTER SET "utf8mb4" NULL, \`mayCall\` tinyint NOT NULL DEFAULT 0, \`dueAt\` datetime(3) NOT NULL, \`answeredAt\` datetime(3) NULL, \`declaredAt\` datetime(3) NULL, \`verdict\` varchar(12) CHARACTER SET "ascii" NULL, \`sentBack\` int NOT NULL DEFAULT '0', \`publicQuestion\` varchar(100) CHARACTER SET "utf8mb4" NULL, \`publicAnswer\` text CHARACTER SET "utf8mb4" NULL, \`publishedAt\` datetime(3) NULL, \`keyId\` varchar(64) CHARACTER SET "ascii" NULL, \`bodyHash\` varchar(64) CHARACTER SET "ascii" NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_f5206fbc1afb6b3f6851a01781\` (\`keyId\`), INDEX \`IDX_c8d18d49db2df411cc39710d86\` (\`accountId\`, \`createdAt\`), INDEX \`IDX_b8c661296bed56a2dd6a3fde1a\` (\`eventId\`, \`publishedAt\`), INDEX \`IDX_b0c029df8ba315ac04779b2036\` (\`organizerId\`, \`state\`, \`dueAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`suggestion_steps\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`suggestionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`by\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NULL, \`text\` text CHARACTER SET "utf8mb4" NULL, \`verdict\` varchar(12) CHARACTER SET "ascii" NULL, \`dueAt\` datetime(3) NULL, \`at\` datetime(3) NOT NULL, INDEX \`IDX_20721a18d2c8abc17f0cae4641\` (\`suggestionId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_20721a18d2c8abc17f0cae4641\` ON \`suggestion_steps\``);
    await runner.query(`DROP TABLE \`suggestion_steps\``);
    await runner.query(`DROP INDEX \`IDX_b0c029df8ba315ac04779b2036\` ON \`suggestions\``);
    await runner.query(`DROP INDEX \`IDX_b8c661296bed56a2dd6a3fde1a\` ON \`suggestions\``);
    await runner.query(`DROP INDEX \`IDX_c8d18d49db2df411cc39710d86\` ON \`suggestions\``);
    await runner.query(`DROP INDEX \`IDX_f5206fbc1afb6b3f6851a01781\` ON \`suggestions\``);
    await runner.query(`DROP TABLE \`suggestions\``);
    await runner.query(`DROP INDEX \`IDX_6e8b3bf75d74495f7c8cef9fb9\` ON \`responses\``);
    await runner.query(`DROP INDEX \`IDX_82c66ffcf95782a386df8b97af\` ON \`responses\``);
    await runner.query(`DROP INDEX \`IDX_44a85be93c5253b8da1b182547\` ON \`responses\``);
    await runner.query(`DROP TABLE \`responses\``);
  }
}
