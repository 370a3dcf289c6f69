import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795253423043 implements MigrationInterface {
  name = 'Initial1795253423043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`accounts\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`role\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`username\` varchar(60) CHARACTER SET "utf8mb4" NULL, \`passwordHash\` varchar(200) CHARACTER SET "ascii" NULL, \`name\` varchar(400) CHARACTER SET "ascii" NULL, \`phone\` varchar(200) CHARACTER SET "ascii" NULL, \`phoneIndex\` varchar(64) CHARACTER SET "ascii" NULL, \`phoneLast4\` varchar(4) CHARACTER SET "ascii" NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NULL, \`disabledAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_477e3187cedfb5a3ac121e899c\` (\`username\`), INDEX \`IDX_bd28bf4126f590ab659808a787\` (\`phoneIndex\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`staff_assignments\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, PRIMARY KEY (\`accountId\`, \`sessionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`audit_entries\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`at\` datetime(3) NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NULL, \`act\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`targetKind\` varchar(20) CHARACTER SET "ascii" NOT NULL, \`targetId\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`result\` varchar(20) CHARACTER SET "ascii" NOT NULL, INDEX \`IDX_b12f87335630edfd1294cf349b\` (\`at\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`refresh_tokens\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`family\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`tokenHash\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`expiresAt\` datetime(3) NOT NULL, \`usedAt\` datetime(3) NULL, INDEX \`IDX_968936751ab847471635be8dc0\` (\`family\`), UNIQUE INDEX \`IDX_c25bc63d248ca90e8dcc1d92d0\` (\`tokenHash\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`check_ins\` (\`id\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`deviceId\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`seq\` int NOT NULL DEFAULT '0', \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`registrationId\` varchar(19) CHARACTER SET "ascii" NULL, \`ref\` varchar(40) CHARACTER SET "ascii" NULL, \`seats\` int NOT NULL DEFAULT '0', \`at\` datetime(3) NOT NULL, \`clockOffsetMs\` varchar(16) CHARACTER SET "ascii" NOT NULL, \`shown\` varchar(4) CHARACTER SET "ascii" NOT NULL, \`reason\` varchar(100) CHARACTER SET "utf8mb4" NULL, \`operatorId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`receivedAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_ea227b526687a0d5739ce9cb84\` (\`sessionId\`, \`deviceId\`, \`seq\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`door_devices\` (\`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`deviceId\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`packAt\` datetime(3) NOT NULL, PRIMARY KEY (\`sessionId\`, \`deviceId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`events\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`programmeId\` varchar(19) CHARACTER SET "ascii" NULL, \`state\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`theme\` varchar(100) CHARACTER SET "utf8mb4" NOT NULL, \`content\` text CHARACTER SET "utf8mb4" NOT NULL, \`forms\` text CHARACTER SET "utf8mb4" NOT NULL, \`audience\` varchar(200) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`plannedMin\` int NULL, \`plannedMax\` int NULL, \`plannedText\` varchar(60) CHARACTER SET "utf8mb4" NULL, \`plannedApproximate\` tinyint NOT NULL DEFAULT 0, \`windowText\` varchar(60) CHARACTER SET "utf8mb4" NULL, \`windowFrom\` varchar(10) CHARACTER SET "ascii" NULL, \`windowTo\` varchar(10) CHARACTER SET "ascii" NULL, \`windowPrecision\` varchar(12) CHARACTER SET "ascii" NULL, \`contactName\` varchar(40) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`contactPhone\` varchar(30) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`followers\` int NOT NULL DEFAULT '0', \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_1024d476207981d1c72232cf3c\` (\`organizerId\`), INDEX \`IDX_11a298b6d4fe4edd0f2cf6a7c7\` (\`programmeId\`), INDEX \`IDX_4d0d3283f128542d7f698c004b\` (\`state\`, \`windowFrom\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`follows\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_645386762cf518fccc33951781\` (\`eventId\`), PRIMARY KEY (\`accountId\`, \`eventId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`event_sessions\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`venueId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`startsAt\` datetime(3) NOT NULL, \`endsAt\` datetime(3) NOT NULL, \`mode\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`opensAt\` datetime(3) NULL, \`closesAt\` datetime(3) NULL, \`partyMax\` int NOT NULL DEFAULT '5', \`publishedAt\` datetime(3) NULL, \`cancelledAt\` datetime(3) NULL, \`waiting\` int NOT NULL DEFAULT '0', \`waitNumber\` int NOT NULL DEFAULT '0', \`doorKey\` varchar(200) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_51ed83c9a1acb790e7d51f1358\` (\`eventId\`), INDEX \`IDX_1881081be171f8e5944add3b5f\` (\`organizerId\`), INDEX \`IDX_f7bc50c655bc4ac7fdff895c62\` (\`startsAt\`), INDEX \`IDX_50fb1f2ecb7c0e455e5b327530\` (\`venueId\`, \`startsAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`outbox_messages\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(20) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`subjectId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_7a6713889d248b3163696f2274\` (\`accountId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`organizers\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`parentId\` varchar(19) CHARACTER SET "ascii" NULL, \`path\` varchar(120) CHARACTER SET "ascii" NOT NULL, \`name\` varchar(60) CHARACTER SET "utf8mb4" NOT NULL, \`contactName\` varchar(40) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`contactPhone\` varchar(30) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`placeName\` varchar(40) CHARACTER SET "utf8mb4" NULL, \`lng\` double NULL, \`lat\` double NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_b0d3af7028235e7654da58b898\` (\`path\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`programmes\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`title\` varchar(80) CHARACTER SET "utf8mb4" NOT NULL, \`year\` int NOT NULL DEFAULT '0', \`createdAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_d9b95b917ecd4e4a65c95e22aa\` (\`organizerId\`, \`year\`, \`title\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`quotas\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`name\` varchar(20) CHARACTER SET "utf8mb4" NOT NULL, \`capacity\` int NOT NULL DEFAULT '0', \`taken\` int NOT NULL DEFAULT '0', \`isDefault\` tinyint NOT NULL DEFAULT 0, UNIQUE INDEX \`IDX_6f91b72feed81a52bdc0324ce9\` (\`sessionId\`, \`name\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`companions\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`registrationId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`position\` int NOT NULL DEFAULT '0', \`name\` varchar(400) CHARACTER SET "ascii" NOT NULL, INDEX \`IDX_2d6d1a0959eecf664026e8386e\` (\`registrationId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`idempotency_keys\` (\`id\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`bodyHash\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`status\` int NOT NULL DEFAULT '0', \`registrationId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_39829cdd18d40184d32a8a4abe\` (\`createdAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`registrations\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`quotaId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`status\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`seats\` int NOT NULL DEFAULT '0', \`waitNumber\` int NULL, \`subject\` varchar(64) CHARACTER SET "ascii" NULL, \`liveSubject\` varchar(64) CHARACTER SET "ascii" NULL, \`name\` varchar(400) CHARACTER SET "ascii" NOT NULL, \`nameIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`phone\` varchar(200) CHARACTER SET "ascii" NULL, \`phoneLast4\` varchar(4) CHARACTER SET "ascii" NULL, \`relation\` varchar(12) CHARACTER SET "ascii" NULL, \`consentedAt\` datetime(3) NULL, \`cancelReason\` varchar(12) CHARACTER SET "ascii" NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_21ae657cd1e80cc2169e69aeb1\` (\`accountId\`), INDEX \`IDX_1b95bcb276ee056df9a72005e3\` (\`subject\`), UNIQUE INDEX \`IDX_bdd40a5a0378a57d8e715d9165\` (\`sessionId\`, \`liveSubject\`), INDEX \`IDX_c78d614d5bb61709447691f111\` (\`sessionId\`, \`status\`, \`waitNumber\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`venues\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`name\` varchar(60) CHARACTER SET "utf8mb4" NOT NULL, \`address\` varchar(120) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`lng\` double NOT NULL, \`lat\` double NOT NULL, \`capacity\` int NULL, \`access\` text CHARACTER SET "utf8mb4" NOT NULL, \`transport\` varchar(120) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_45ba0669383d0c31aa51e08a74\` (\`organizerId\`), INDEX \`IDX_4d66f757c19cbabe921cabc199\` (\`lat\`, \`lng\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`worker_leases\` (\`worker\` int NOT NULL, \`holder\` varchar(36) CHARACTER SET "ascii" NOT NULL, \`expiresAt\` datetime(3) NOT NULL, PRIMARY KEY (\`worker\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE \`worker_leases\``);
    await runner.query(`DROP INDEX \`IDX_4d66f757c19cbabe921cabc199\` ON \`venues\``);
    await runner.query(`DROP INDEX \`IDX_45ba0669383d0c31aa51e08a74\` ON \`venues\``);
    await runner.query(`DROP TABLE \`venues\``);
    await runner.query(`DROP INDEX \`IDX_c78d614d5bb61709447691f111\` ON \`registrations\``);
    await runner.query(`DROP INDEX \`IDX_bdd40a5a0378a57d8e715d9165\` ON \`registrations\``);
    await runner.query(`DROP INDEX \`IDX_1b95bcb276ee056df9a72005e3\` ON \`registrations\``);
    await runner.query(`DROP INDEX \`IDX_21ae657cd1e80cc2169e69aeb1\` ON \`registrations\``);
    await runner.query(`DROP TABLE \`registrations\``);
    await runner.query(`DROP INDEX \`IDX_39829cdd18d40184d32a8a4abe\` ON \`idempotency_keys\``);
    await runner.query(`DROP TABLE \`idempotency_keys\``);
    await runner.query(`DROP INDEX \`IDX_2d6d1a0959eecf664026e8386e\` ON \`companions\``);
    await runner.query(`DROP TABLE \`companions\``);
    await runner.query(`DROP INDEX \`IDX_6f91b72feed81a52bdc0324ce9\` ON \`quotas\``);
    await runner.query(`DROP TABLE \`quotas\``);
    await runner.query(`DROP INDEX \`IDX_d9b95b917ecd4e4a65c95e22aa\` ON \`programmes\``);
    await runner.query(`DROP TABLE \`programmes\``);
    await runner.query(`DROP INDEX \`IDX_b0d3af7028235e7654da58b898\` ON \`organizers\``);
    await runner.query(`DROP TABLE \`organizers\``);
    await runner.query(`DROP INDEX \`IDX_7a6713889d248b3163696f2274\` ON \`outbox_messages\``);
    await runner.query(`DROP TABLE \`outbox_messages\``);
    await runner.query(`DROP INDEX \`IDX_50fb1f2ecb7c0e455e5b327530\` ON \`event_sessions\``);
    await runner.query(`DROP INDEX \`IDX_f7bc50c655bc4ac7fdff895c62\` ON \`event_sessions\``);
    await runner.query(`DROP INDEX \`IDX_1881081be171f8e5944add3b5f\` ON \`event_sessions\``);
    await runner.query(`DROP INDEX \`IDX_51ed83c9a1acb790e7d51f1358\` ON \`event_sessions\``);
    await runner.query(`DROP TABLE \`event_sessions\``);
    await runner.query(`DROP INDEX \`IDX_645386762cf518fccc33951781\` ON \`follows\``);
    await runner.query(`DROP TABLE \`follows\``);
    await runner.query(`DROP INDEX \`IDX_4d0d3283f128542d7f698c004b\` ON \`events\``);
    await runner.query(`DROP INDEX \`IDX_11a298b6d4fe4edd0f2cf6a7c7\` ON \`events\``);
    await runner.query(`DROP INDEX \`IDX_1024d476207981d1c72232cf3c\` ON \`events\``);
    await runner.query(`DROP TABLE \`events\``);
    await runner.query(`DROP TABLE \`door_devices\``);
    await runner.query(`DROP INDEX \`IDX_ea227b526687a0d5739ce9cb84\` ON \`check_ins\``);
    await runner.query(`DROP TABLE \`check_ins\``);
    await runner.query(`DROP INDEX \`IDX_c25bc63d248ca90e8dcc1d92d0\` ON \`refresh_tokens\``);
    await runner.query(`DROP INDEX \`IDX_968936751ab847471635be8dc0\` ON \`refresh_tokens\``);
    await runner.query(`DROP TABLE \`refresh_tokens\``);
    await runner.query(`DROP INDEX \`IDX_b12f87335630edfd1294cf349b\` ON \`audit_entries\``);
    await runner.query(`DROP TABLE \`audit_entries\``);
    await runner.query(`DROP TABLE \`staff_assignments\``);
    await runner.query(`DROP INDEX \`IDX_bd28bf4126f590ab659808a787\` ON \`accounts\``);
    await runner.query(`DROP INDEX \`IDX_477e3187cedfb5a3ac121e899c\` ON \`accounts\``);
    await runner.query(`DROP TABLE \`accounts\``);
  }
}
