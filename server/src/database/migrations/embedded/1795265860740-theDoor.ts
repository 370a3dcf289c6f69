import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TheDoor1795265860740 implements MigrationInterface {
  name = 'TheDoor1795265860740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "door_invites" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "sessionIds" text NOT NULL, "tokenIndex" varchar(64) NOT NULL, "createdBy" varchar(19) NOT NULL, "expiresAt" datetime(3) NOT NULL, "revokedAt" datetime(3), "joined" integer NOT NULL DEFAULT (0), "createdAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_75d89d0d3fddf245202388f585" ON "door_invites" ("organizerId") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_abb744c8269724eac006893179" ON "door_invites" ("tokenIndex") `);
    await runner.query(
      `CREATE TABLE "temporary_staff_assignments" ("accountId" varchar(19) NOT NULL, "sessionId" varchar(19) NOT NULL, "joinedAt" datetime(3), "revokedAt" datetime(3), PRIMARY KEY ("accountId", "sessionId"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_staff_assignments"("accountId", "sessionId") SELECT "accountId", "sessionId" FROM "staff_assignments"`,
    );
    await runner.query(`DROP TABLE "staff_assignments"`);
    await runner.query(`ALTER TABLE "temporary_staff_assignments" RENAME TO "staff_assignments"`);
    await runner.query(`DROP INDEX "IDX_ea227b526687a0d5739ce9cb84"`);
    await runner.query(
      `CREATE TABLE "temporary_check_ins" ("id" varchar(40) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "seq" integer NOT NULL DEFAULT (0), "kind" varchar(12) NOT NULL, "registrationId" varchar(19), "ref" varchar(40), "seats" integer NOT NULL DEFAULT (0), "at" datetime(3) NOT NULL, "clockOffsetMs" varchar(16) NOT NULL, "shown" varchar(4) NOT NULL, "reason" varchar(100), "operatorId" varchar(19) NOT NULL, "receivedAt" datetime(3) NOT NULL, "flagged" boolean NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_check_ins"("id", "sessionId", "deviceId", "seq", "kind", "registrationId", "ref", "seats", "at", "clockOffsetMs", "shown", "reason", "operatorId", "receivedAt") SELECT "id", "sessionId", "deviceId", "seq", "kind", "registrationId", "ref", "seats", "at", "clockOffsetMs", "shown", "reason", "operatorId", "receivedAt" FROM "check_ins"`,
    );
    await runner.query(`DROP TABLE "check_ins"`);
    await runner.query(`ALTER TABLE "temporary_check_ins" RENAME TO "check_ins"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_ea227b526687a0d5739ce9cb84" ON "check_ins" ("sessionId", "deviceId", "seq") `,
    );
    await runner.query(
      `CREATE TABLE "temporary_door_devices" ("sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "accountId" varchar(19) NOT NULL, "packAt" datetime(3) NOT NULL, "name" varchar(20) NOT NULL DEFAULT (''), "excuse" varchar(100), "excusedBy" varchar(19), "excusedAt" datetime(3), PRIMARY KEY ("sessionId", "deviceId"))`,
    );
    await runner.query(
      `INSERT INTO "temporary_door_devices"("sessionId", "deviceId", "accountId", "packAt") SELECT "sessionId", "deviceId", "accountId", "packAt" FROM "door_devices"`,
    );
    await runner.query(`DROP TABLE "door_devices"`);
    await runner.query(`ALTER TABLE "temporary_door_devices" RENAME TO "door_devices"`);
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(
      `CREATE TABLE "temporary_event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL, "ceiling" integer, "companions" varchar(8) NOT NULL DEFAULT ('counted'), "asksChildren" boolean NOT NULL DEFAULT (0), "confirmHours" integer, "cancelsUntil" datetime(3), "ticketNumber" integer NOT NULL DEFAULT (0), "doorKeyId" integer NOT NULL DEFAULT (1), "olderDoorKeys" text)`,
    );
    await runner.query(
      `INSERT INTO "temporary_event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber" FROM "event_sessions"`,
    );
    await runner.query(`DROP TABLE "event_sessions"`);
    await runner.query(`ALTER TABLE "temporary_event_sessions" RENAME TO "event_sessions"`);
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(`ALTER TABLE "event_sessions" RENAME TO "temporary_event_sessions"`);
    await runner.query(
      `CREATE TABLE "event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL, "ceiling" integer, "companions" varchar(8) NOT NULL DEFAULT ('counted'), "asksChildren" boolean NOT NULL DEFAULT (0), "confirmHours" integer, "cancelsUntil" datetime(3), "ticketNumber" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber" FROM "temporary_event_sessions"`,
    );
    await runner.query(`DROP TABLE "temporary_event_sessions"`);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
    await runner.query(`ALTER TABLE "door_devices" RENAME TO "temporary_door_devices"`);
    await runner.query(
      `CREATE TABLE "door_devices" ("sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "accountId" varchar(19) NOT NULL, "packAt" datetime(3) NOT NULL, PRIMARY KEY ("sessionId", "deviceId"))`,
    );
    await runner.query(
      `INSERT INTO "door_devices"("sessionId", "deviceId", "accountId", "packAt") SELECT "sessionId", "deviceId", "accountId", "packAt" FROM "temporary_door_devices"`,
    );
    await runner.query(`DROP TABLE "temporary_door_devices"`);
    await runner.query(`DROP INDEX "IDX_ea227b526687a0d5739ce9cb84"`);
    await runner.query(`ALTER TABLE "check_ins" RENAME TO "temporary_check_ins"`);
    await runner.query(
      `CREATE TABLE "check_ins" ("id" varchar(40) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "deviceId" varchar(40) NOT NULL, "seq" integer NOT NULL DEFAULT (0), "kind" varchar(12) NOT NULL, "registrationId" varchar(19), "ref" varchar(40), "seats" integer NOT NULL DEFAULT (0), "at" datetime(3) NOT NULL, "clockOffsetMs" varchar(16) NOT NULL, "shown" varchar(4) NOT NULL, "reason" varchar(100), "operatorId" varchar(19) NOT NULL, "receivedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO "check_ins"("id", "sessionId", "deviceId", "seq", "kind", "registrationId", "ref", "seats", "at", "clockOffsetMs", "shown", "reason", "operatorId", "receivedAt") SELECT "id", "sessionId", "deviceId", "seq", "kind", "registrationId", "ref", "seats", "at", "clockOffsetMs", "shown", "reason", "operatorId", "receivedAt" FROM "temporary_check_ins"`,
    );
    await runner.query(`DROP TABLE "temporary_check_ins"`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_ea227b526687a0d5739ce9cb84" ON "check_ins" ("sessionId", "deviceId", "seq") `,
    );
    await runner.query(`ALTER TABLE "staff_assignments" RENAME TO "temporary_staff_assignments"`);
    await runner.query(
      `CREATE TABLE "staff_assignments" ("accountId" varchar(19) NOT NULL, "sessionId" varchar(19) NOT NULL, PRIMARY KEY ("accountId", "sessionId"))`,
    );
    await runner.query(
      `INSERT INTO "staff_assignments"("accountId", "sessionId") SELECT "accountId", "sessionId" FROM "temporary_staff_assignments"`,
    );
    await runner.query(`DROP TABLE "temporary_staff_assignments"`);
    await runner.query(`DROP INDEX "IDX_abb744c8269724eac006893179"`);
    await runner.query(`DROP INDEX "IDX_75d89d0d3fddf245202388f585"`);
    await runner.query(`DROP TABLE "door_invites"`);
  }
}
