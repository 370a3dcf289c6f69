import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795253423043 implements MigrationInterface {
  name = 'Initial1795253423043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "accounts" ("id" varchar(19) PRIMARY KEY NOT NULL, "role" varchar(12) NOT NULL, "username" varchar(60), "passwordHash" varchar(200), "name" varchar(400), "phone" varchar(200), "phoneIndex" varchar(64), "phoneLast4" varchar(4), "organizerId" varchar(19), "disabledAt" datetime(3), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "IDX_477e3187cedfb5a3ac121e899c" ON "accounts" ("username") `);
    await runner.query(`CREATE INDEX "IDX_bd28bf4126f590ab659808a787" ON "accounts" ("phoneIndex") `);
    await runner.query(
      `CREATE TABLE "staff_assignments" ("accountId" varchar(19) NOT NULL, "sessionId" varchar(19) NOT NULL, PRIMARY KEY ("accountId", "sessionId"))`,
    );
    await runner.query(
      `CREATE TABLE "audit_entries" ("id" varchar(19) PRIMARY KEY NOT NULL, "at" datetime(3) NOT NULL, "accountId" varchar(19), "act" varchar(40) NOT NULL, "targetKind" varchar(20) NOT NULL, "targetId" varchar(40) NOT NULL, "result" varchar(20) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_b12f87335630edfd1294cf349b" ON "audit_entries" ("at") `);
    await runner.query(
      `CREATE TABLE "refresh_tokens" ("id" varchar(19) PRIMARY KEY NOT NULL, "accountId" varchar(19) NOT NULL, "family" varchar(19) NOT NULL, "tokenHash" varchar(64) NOT NULL, "expiresAt" datetime(3) NOT NULL, "usedAt" datetime(3))`,
    );
    await runner.query(`CREATE INDEX "IDX_968936751ab847471635be8dc0" ON "refresh_tokens" ("family") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_c25bc63d248ca90e8dcc1d92d0" ON "refresh_tokens" ("tokenHash") `);
    await runner.query(
      `CREATE TABLE "check_ins" ("id" varchar(40) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "seq" integer NOT NULL DEFAULT (0), "kind" varchar(12) NOT NULL, "registrationId" varchar(19), "ref" varchar(40), "seats" integer NOT NULL DEFAULT (0), "at" datetime(3) NOT NULL, "clockOffsetMs" varchar(16) NOT NULL, "shown" varchar(4) NOT NULL, "reason" varchar(100), "operatorId" varchar(19) NOT NULL, "receivedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_ea227b526687a0d5739ce9cb84" ON "check_ins" ("sessionId", "deviceId", "seq") `,
    );
    await runner.query(
      `CREATE TABLE "door_devices" ("sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "accountId" varchar(19) NOT NULL, "packAt" datetime(3) NOT NULL, PRIMARY KEY ("sessionId", "deviceId"))`,
    );
    await runner.query(
      `CREATE TABLE "events" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "programmeId" varchar(19), "state" varchar(12) NOT NULL, "theme" varchar(100) NOT NULL, "content" text NOT NULL, "forms" text NOT NULL, "audience" varchar(200) NOT NULL DEFAULT (''), "plannedMin" integer, "plannedMax" integer, "plannedText" varchar(60), "plannedApproximate" boolean NOT NULL DEFAULT (0), "windowText" varchar(60), "windowFrom" varchar(10), "windowTo" varchar(10), "windowPrecision" varchar(12), "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "followers" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_1024d476207981d1c72232cf3c" ON "events" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7" ON "events" ("programmeId") `);
    await runner.query(`CREATE INDEX "IDX_4d0d3283f128542d7f698c004b" ON "events" ("state", "windowFrom") `);
    await runner.query(
      `CREATE TABLE "follows" ("accountId" varchar(19) NOT NULL, "eventId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL, PRIMARY KEY ("accountId", "eventId"))`,
    );
    await runner.query(`CREATE INDEX "IDX_645386762cf518fccc33951781" ON "follows" ("eventId") `);
    await runner.query(
      `CREATE TABLE "event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
    await runner.query(
      `CREATE TABLE "outbox_messages" ("id" varchar(19) PRIMARY KEY NOT NULL, "kind" varchar(20) NOT NULL, "accountId" varchar(19) NOT NULL, "subjectId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_7a6713889d248b3163696f2274" ON "outbox_messages" ("accountId") `);
    await runner.query(
      `CREATE TABLE "organizers" ("id" varchar(19) PRIMARY KEY NOT NULL, "parentId" varchar(19), "path" varchar(120) NOT NULL, "name" varchar(60) NOT NULL, "contactName" varchar(40) NOT NULL DEFAULT (''), "contactPhone" varchar(30) NOT NULL DEFAULT (''), "placeName" varchar(40), "lng" double, "lat" double, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_b0d3af7028235e7654da58b898" ON "organizers" ("path") `);
    await runner.query(
      `CREATE TABLE "programmes" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "title" varchar(80) NOT NULL, "year" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_d9b95b917ecd4e4a65c95e22aa" ON "programmes" ("organizerId", "year", "title") `,
    );
    await runner.query(
      `CREATE TABLE "quotas" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "name" varchar(20) NOT NULL, "capacity" integer NOT NULL DEFAULT (0), "taken" integer NOT NULL DEFAULT (0), "isDefault" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "IDX_6f91b72feed81a52bdc0324ce9" ON "quotas" ("sessionId", "name") `);
    await runner.query(
      `CREATE TABLE "companions" ("id" varchar(19) PRIMARY KEY NOT NULL, "registrationId" varchar(19) NOT NULL, "position" integer NOT NULL DEFAULT (0), "name" varchar(400) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_2d6d1a0959eecf664026e8386e" ON "companions" ("registrationId") `);
    await runner.query(
      `CREATE TABLE "idempotency_keys" ("id" varchar(64) PRIMARY KEY NOT NULL, "bodyHash" varchar(64) NOT NULL, "status" integer NOT NULL DEFAULT (0), "registrationId" varchar(19) NOT NULL, "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_39829cdd18d40184d32a8a4abe" ON "idempotency_keys" ("createdAt") `);
    await runner.query(
      `CREATE TABLE "registrations" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "quotaId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "status" varchar(12) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "waitNumber" integer, "subject" varchar(64), "liveSubject" varchar(64), "name" varchar(400) NOT NULL, "nameIndex" varchar(64) NOT NULL, "phone" varchar(200), "phoneLast4" varchar(4), "relation" varchar(12), "consentedAt" datetime(3), "cancelReason" varchar(12), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_21ae657cd1e80cc2169e69aeb1" ON "registrations" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_1b95bcb276ee056df9a72005e3" ON "registrations" ("subject") `);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_bdd40a5a0378a57d8e715d9165" ON "registrations" ("sessionId", "liveSubject") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_c78d614d5bb61709447691f111" ON "registrations" ("sessionId", "status", "waitNumber") `,
    );
    await runner.query(
      `CREATE TABLE "venues" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "name" varchar(60) NOT NULL, "address" varchar(120) NOT NULL DEFAULT (''), "lng" double NOT NULL, "lat" double NOT NULL, "capacity" integer, "access" text NOT NULL, "transport" varchar(120) NOT NULL DEFAULT (''), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_45ba0669383d0c31aa51e08a74" ON "venues" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_4d66f757c19cbabe921cabc199" ON "venues" ("lat", "lng") `);
    await runner.query(
      `CREATE TABLE "worker_leases" ("worker" integer PRIMARY KEY NOT NULL, "holder" varchar(36) NOT NULL, "expiresAt" datetime(3) NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "worker_leases"`);
    await runner.query(`DROP INDEX "IDX_4d66f757c19cbabe921cabc199"`);
    await runner.query(`DROP INDEX "IDX_45ba0669383d0c31aa51e08a74"`);
    await runner.query(`DROP TABLE "venues"`);
    await runner.query(`DROP INDEX "IDX_c78d614d5bb61709447691f111"`);
    await runner.query(`DROP INDEX "IDX_bdd40a5a0378a57d8e715d9165"`);
    await runner.query(`DROP INDEX "IDX_1b95bcb276ee056df9a72005e3"`);
    await runner.query(`DROP INDEX "IDX_21ae657cd1e80cc2169e69aeb1"`);
    await runner.query(`DROP TABLE "registrations"`);
    await runner.query(`DROP INDEX "IDX_39829cdd18d40184d32a8a4abe"`);
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`DROP INDEX "IDX_2d6d1a0959eecf664026e8386e"`);
    await runner.query(`DROP TABLE "companions"`);
    await runner.query(`DROP INDEX "IDX_6f91b72feed81a52bdc0324ce9"`);
    await runner.query(`DROP TABLE "quotas"`);
    await runner.query(`DROP INDEX "IDX_d9b95b917ecd4e4a65c95e22aa"`);
    await runner.query(`DROP TABLE "programmes"`);
    await runner.query(`DROP INDEX "IDX_b0d3af7028235e7654da58b898"`);
    await runner.query(`DROP TABLE "organizers"`);
    await runner.query(`DROP INDEX "IDX_7a6713889d248b3163696f2274"`);
    await runner.query(`DROP TABLE "outbox_messages"`);
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(`DROP TABLE "event_sessions"`);
    await runner.query(`DROP INDEX "IDX_645386762cf518fccc33951781"`);
    await runner.query(`DROP TABLE "follows"`);
    await runner.query(`DROP INDEX "IDX_4d0d3283f128542d7f698c004b"`);
    await runner.query(`DROP INDEX "IDX_11a298b6d4fe4edd0f2cf6a7c7"`);
    await runner.query(`DROP INDEX "IDX_1024d476207981d1c72232cf3c"`);
    await runner.query(`DROP TABLE "events"`);
    await runner.query(`DROP TABLE "door_devices"`);
    await runner.query(`DROP INDEX "IDX_ea227b526687a0d5739ce9cb84"`);
    await runner.query(`DROP TABLE "check_ins"`);
    await runner.query(`DROP INDEX "IDX_c25bc63d248ca90e8dcc1d92d0"`);
    await runner.query(`DROP INDEX "IDX_968936751ab847471635be8dc0"`);
    await runner.query(`DROP TABLE "refresh_tokens"`);
    await runner.query(`DROP INDEX "IDX_b12f87335630edfd1294cf349b"`);
    await runner.query(`DROP TABLE "audit_entries"`);
    await runner.query(`DROP TABLE "staff_assignments"`);
    await runner.query(`DROP INDEX "IDX_bd28bf4126f590ab659808a787"`);
    await runner.query(`DROP INDEX "IDX_477e3187cedfb5a3ac121e899c"`);
    await runner.query(`DROP TABLE "accounts"`);
  }
}
