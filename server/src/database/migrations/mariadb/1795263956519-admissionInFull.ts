import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AdmissionInFull1795263956519 implements MigrationInterface {
  name = 'AdmissionInFull1795263956519';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`draws\` (\`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`commitment\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`secret\` varchar(200) CHARACTER SET "ascii" NOT NULL, \`drawsAt\` datetime(3) NOT NULL, \`publicSource\` varchar(60) CHARACTER SET "utf8mb4" NULL, \`publicNumber\` varchar(60) CHARACTER SET "utf8mb4" NULL, \`listHash\` varchar(64) CHARACTER SET "ascii" NULL, \`seed\` varchar(64) CHARACTER SET "ascii" NULL, \`drawnAt\` datetime(3) NULL, INDEX \`IDX_6146171dd3e165e84c659272c6\` (\`drawsAt\`), PRIMARY KEY (\`sessionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`draw_entries\` (\`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`ticketNo\` int NOT NULL, \`maskedName\` varchar(20) CHARACTER SET "utf8mb4" NOT NULL, \`seats\` int NOT NULL DEFAULT '0', \`quota\` varchar(20) CHARACTER SET "utf8mb4" NOT NULL, \`joinWaitlist\` tinyint NOT NULL DEFAULT 0, \`place\` int NOT NULL DEFAULT '0', \`outcome\` varchar(12) CHARACTER SET "ascii" NOT NULL, PRIMARY KEY (\`sessionId\`, \`ticketNo\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`invitations\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`quotaId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`codeIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`code\` varchar(200) CHARACTER SET "ascii" NOT NULL, \`registrationId\` varchar(19) CHARACTER SET "ascii" NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_f901149f5562b4712ff64fd966\` (\`quotaId\`), UNIQUE INDEX \`IDX_2802a0e5950c004a933f100fbd\` (\`codeIndex\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`registration_answers\` (\`registrationId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`answers\` text CHARACTER SET "utf8mb4" NOT NULL, \`idNumbers\` varchar(1000) CHARACTER SET "ascii" NULL, PRIMARY KEY (\`registrationId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`restrictions\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`programmeId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`subject\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`missed\` text CHARACTER SET "utf8mb4" NOT NULL, \`from\` datetime(3) NOT NULL, \`until\` datetime(3) NOT NULL, \`clearedAt\` datetime(3) NULL, \`clearedBy\` varchar(19) CHARACTER SET "ascii" NULL, INDEX \`IDX_17b82a083323e7ae7b68d10e93\` (\`subject\`), INDEX \`IDX_469e873d87f2842e889177504c\` (\`programmeId\`, \`subject\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`accounts\` ADD \`over60\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`events\` ADD \`questions\` text CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`ceiling\` int NULL`);
    await runner.query(
      `ALTER TABLE \`event_sessions\` ADD \`companions\` varchar(8) CHARACTER SET "ascii" NOT NULL DEFAULT 'counted'`,
    );
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`asksChildren\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`confirmHours\` int NULL`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`cancelsUntil\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`ticketNumber\` int NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`plan_imports\` ADD \`reimportedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`plan_rows\` ADD \`change\` varchar(8) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`plan_rows\` ADD \`before\` text CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`plan_rows\` ADD \`published\` text CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`noShowLimit\` int NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`noShowDays\` int NULL`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`declaration\` varchar(60) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`approval\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`invited\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`asksEnterprise\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`perEnterprise\` int NULL`);
    await runner.query(`ALTER TABLE \`quotas\` ADD \`releasesAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`children\` int NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`enterprise\` varchar(60) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`ticketNo\` int NULL`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`joinWaitlist\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`confirmBy\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`heldBackUntil\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`registrations\` ADD \`endReason\` varchar(100) CHARACTER SET "utf8mb4" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`endReason\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`heldBackUntil\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`confirmBy\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`joinWaitlist\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`ticketNo\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`enterprise\``);
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`children\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`releasesAt\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`perEnterprise\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`asksEnterprise\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`invited\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`approval\``);
    await runner.query(`ALTER TABLE \`quotas\` DROP COLUMN \`declaration\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`noShowDays\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`noShowLimit\``);
    await runner.query(`ALTER TABLE \`plan_rows\` DROP COLUMN \`published\``);
    await runner.query(`ALTER TABLE \`plan_rows\` DROP COLUMN \`before\``);
    await runner.query(`ALTER TABLE \`plan_rows\` DROP COLUMN \`change\``);
    await runner.query(`ALTER TABLE \`plan_imports\` DROP COLUMN \`reimportedAt\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`ticketNumber\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`cancelsUntil\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`confirmHours\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`asksChildren\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`companions\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`ceiling\``);
    await runner.query(`ALTER TABLE \`events\` DROP COLUMN \`questions\``);
    await runner.query(`ALTER TABLE \`accounts\` DROP COLUMN \`over60\``);
    await runner.query(`DROP INDEX \`IDX_469e873d87f2842e889177504c\` ON \`restrictions\``);
    await runner.query(`DROP INDEX \`IDX_17b82a083323e7ae7b68d10e93\` ON \`restrictions\``);
    await runner.query(`DROP TABLE \`restrictions\``);
    await runner.query(`DROP TABLE \`registration_answers\``);
    await runner.query(`DROP INDEX \`IDX_2802a0e5950c004a933f100fbd\` ON \`invitations\``);
    await runner.query(`DROP INDEX \`IDX_f901149f5562b4712ff64fd966\` ON \`invitations\``);
    await runner.query(`DROP TABLE \`invitations\``);
    await runner.query(`DROP TABLE \`draw_entries\``);
    await runner.query(`DROP INDEX \`IDX_6146171dd3e165e84c659272c6\` ON \`draws\``);
    await runner.query(`DROP TABLE \`draws\``);
  }
}
