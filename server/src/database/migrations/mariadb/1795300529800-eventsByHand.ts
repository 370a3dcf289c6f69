import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EventsByHand1795300529800 implements MigrationInterface {
  name = 'EventsByHand1795300529800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`slot_plans\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`venueId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`weekdays\` text CHARACTER SET "utf8mb4" NOT NULL, \`opens\` varchar(5) CHARACTER SET "ascii" NOT NULL, \`ends\` varchar(5) CHARACTER SET "ascii" NOT NULL, \`minutes\` int NOT NULL DEFAULT '0', \`seats\` int NOT NULL DEFAULT '0', \`weeks\` int NOT NULL DEFAULT '0', \`skipsHolidays\` tinyint NOT NULL DEFAULT 1, \`pausedAt\` datetime(3) NULL, \`madeUntil\` varchar(10) CHARACTER SET "ascii" NULL, \`claimedAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_0e87cb8f2e97048bd4cd716251\` (\`organizerId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`site_news\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`event\` varchar(20) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sortedAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_c32144f3da1701f58af77e19ce\` (\`sortedAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`webhooks\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`url\` varchar(300) CHARACTER SET "utf8mb4" NOT NULL, \`secret\` varchar(200) CHARACTER SET "ascii" NOT NULL, \`pausedAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_01130c02444754cb1f9b74db5c\` (\`organizerId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`webhook_deliveries\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`webhookId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`newsId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`event\` varchar(20) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`tries\` int NOT NULL DEFAULT '0', \`status\` int NULL, \`problem\` varchar(100) CHARACTER SET "utf8mb4" NULL, \`nextAt\` datetime(3) NULL, \`deliveredAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_5ca390aec1d093fb59f5f0a715\` (\`nextAt\`), UNIQUE INDEX \`IDX_b9bc9f058d402812f82b9fc927\` (\`webhookId\`, \`newsId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`events\` ADD \`images\` text CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`events\` ADD \`submittedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`events\` ADD \`approvedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`events\` ADD \`sentBack\` varchar(200) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`approves\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`venues\` ADD \`shared\` tinyint NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`venues\` DROP COLUMN \`shared\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`approves\``);
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`sentBack\``);
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`approvedAt\``);
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`submittedAt\``);
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`images\``);
    await runner.query(`DROP INDEX \`IDX_b9bc9f058d402812f82b9fc927\` ON \`webhook_deliveries\``);
    await runner.query(`DROP INDEX \`IDX_5ca390aec1d093fb59f5f0a715\` ON \`webhook_deliveries\``);
    await runner.query(`DROP TABLE \`webhook_deliveries\``);
    await runner.query(`DROP INDEX \`IDX_01130c02444754cb1f9b74db5c\` ON \`webhooks\``);
    await runner.query(`DROP TABLE \`webhooks\``);
    await runner.query(`DROP INDEX \`IDX_c32144f3da1701f58af77e19ce\` ON \`site_news\``);
    await runner.query(`DROP TABLE \`site_news\``);
    await runner.query(`DROP INDEX \`IDX_0e87cb8f2e97048bd4cd716251\` ON \`slot_plans\``);
    await runner.query(`DROP TABLE \`slot_plans\``);
  }
}
