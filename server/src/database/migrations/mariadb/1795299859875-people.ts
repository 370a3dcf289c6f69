import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795299859875 implements MigrationInterface {
  name = 'People1795299859875';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`session_messages\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`text\` varchar(100) CHARACTER SET "utf8mb4" NOT NULL, \`told\` int NOT NULL DEFAULT '0', \`keyId\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`bodyHash\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_be15965a8de3e36645391e8c1f\` (\`sessionId\`), UNIQUE INDEX \`IDX_72542482c9e577cf8f4032208a\` (\`keyId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`monthly_topics\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`month\` varchar(7) CHARACTER SET "ascii" NOT NULL, \`title\` varchar(60) CHARACTER SET "utf8mb4" NOT NULL, \`state\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`votesUntil\` datetime(3) NOT NULL, \`chosenId\` varchar(19) CHARACTER SET "ascii" NULL, \`choiceReason\` varchar(200) CHARACTER SET "utf8mb4" NULL, \`chosenAt\` datetime(3) NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NULL, \`outcome\` text CHARACTER SET "utf8mb4" NULL, \`outcomeAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_c4c66f0a7cfb1cbd56d2162060\` (\`state\`, \`month\`), INDEX \`IDX_cc77f3ad7c01b10132ea98a702\` (\`organizerId\`, \`month\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`topic_candidates\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`monthlyTopicId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`title\` varchar(60) CHARACTER SET "utf8mb4" NOT NULL, \`note\` varchar(200) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`topic\` varchar(12) CHARACTER SET "ascii" NULL, \`place\` int NULL, INDEX \`IDX_bc0d3f1a7dbbbb7324280e3112\` (\`monthlyTopicId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`topic_votes\` (\`monthlyTopicId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`candidateId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`at\` datetime(3) NOT NULL, INDEX \`IDX_50c31e97a2599ba4ab45c1793a\` (\`monthlyTopicId\`, \`candidateId\`), PRIMARY KEY (\`monthlyTopicId\`, \`accountId\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`accounts\` ADD \`passwordOnceUntil\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`answerDays\` int NULL`);
    await runner.query(`ALTER TABLE \`suggestions\` ADD \`programmeId\` varchar(19) CHARACTER SET "ascii" NULL`);
    await runner.query(
      `ALTER TABLE \`suggestions\` ADD \`source\` varchar(8) CHARACTER SET "ascii" NOT NULL DEFAULT 'online'`,
    );
    await runner.query(`ALTER TABLE \`suggestions\` ADD \`name\` varchar(400) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`suggestions\` ADD \`phone\` varchar(200) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`suggestions\` ADD \`phoneLast4\` varchar(4) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`suggestions\` ADD \`verdictBy\` varchar(8) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`suggestion_steps\` ADD \`caller\` varchar(20) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`CREATE INDEX \`IDX_82620856cc0e6364a203314722\` ON \`accounts\` (\`organizerId\`)`);
    await runner.query(`CREATE INDEX \`IDX_5fca01feb6b69f00ce437e0b36\` ON \`audit_entries\` (\`accountId\`, \`at\`)`);
    await runner.query(
      `CREATE INDEX \`IDX_dac7bf2d61dc2af21b7964341a\` ON \`suggestions\` (\`programmeId\`, \`state\`)`,
    );
    await runner.query(
      'UPDATE suggestions SET programmeId = (SELECT e.programmeId FROM events e WHERE e.id = suggestions.eventId)',
    );
    await runner.query(`UPDATE suggestions SET verdictBy = 'resident' WHERE verdict IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_dac7bf2d61dc2af21b7964341a\` ON \`suggestions\``);
    await runner.query(`DROP INDEX \`IDX_5fca01feb6b69f00ce437e0b36\` ON \`audit_entries\``);
    await runner.query(`DROP INDEX \`IDX_82620856cc0e6364a203314722\` ON \`accounts\``);
    await runner.query(`ALTER TABLE \`suggestion_steps\` DROP COLUMN \`caller\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`verdictBy\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`phoneLast4\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`phone\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`name\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`source\``);
    await runner.query(`ALTER TABLE \`suggestions\` DROP COLUMN \`programmeId\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`answerDays\``);
    await runner.query(`ALTER TABLE \`accounts\` DROP COLUMN \`passwordOnceUntil\``);
    await runner.query(`DROP INDEX \`IDX_50c31e97a2599ba4ab45c1793a\` ON \`topic_votes\``);
    await runner.query(`DROP TABLE \`topic_votes\``);
    await runner.query(`DROP INDEX \`IDX_bc0d3f1a7dbbbb7324280e3112\` ON \`topic_candidates\``);
    await runner.query(`DROP TABLE \`topic_candidates\``);
    await runner.query(`DROP INDEX \`IDX_cc77f3ad7c01b10132ea98a702\` ON \`monthly_topics\``);
    await runner.query(`DROP INDEX \`IDX_c4c66f0a7cfb1cbd56d2162060\` ON \`monthly_topics\``);
    await runner.query(`DROP TABLE \`monthly_topics\``);
    await runner.query(`DROP INDEX \`IDX_72542482c9e577cf8f4032208a\` ON \`session_messages\``);
    await runner.query(`DROP INDEX \`IDX_be15965a8de3e36645391e8c1f\` ON \`session_messages\``);
    await runner.query(`DROP TABLE \`session_messages\``);
  }
}
