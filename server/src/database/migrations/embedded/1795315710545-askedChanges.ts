import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskedChanges1795315710545 implements MigrationInterface {
  name = 'AskedChanges1795315710545';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_51ed83c9a1acb790e7d51f1358"`);
    await runner.query(`DROP INDEX "IDX_1881081be171f8e5944add3b5f"`);
    await runner.query(`DROP INDEX "IDX_f7bc50c655bc4ac7fdff895c62"`);
    await runner.query(`DROP INDEX "IDX_50fb1f2ecb7c0e455e5b327530"`);
    await runner.query(
      `CREATE TABLE "temporary_event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL, "ceiling" integer, "companions" varchar(8) NOT NULL DEFAULT ('counted'), "asksChildren" boolean NOT NULL DEFAULT (0), "confirmHours" integer, "cancelsUntil" datetime(3), "ticketNumber" integer NOT NULL DEFAULT (0), "doorKeyId" integer NOT NULL DEFAULT (1), "olderDoorKeys" text, "cancelReason" varchar(100), "doorRevision" integer NOT NULL DEFAULT (0), "asked" text)`,
    );
    await runner.query(
      `INSERT INTO "temporary_event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber", "doorKeyId", "olderDoorKeys", "cancelReason", "doorRevision") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber", "doorKeyId", "olderDoorKeys", "cancelReason", "doorRevision" FROM "event_sessions"`,
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
      `CREATE TABLE "event_sessions" ("id" varchar(19) PRIMARY KEY NOT NULL, "eventId" varchar(19) NOT NULL, "organizerId" varchar(19) NOT NULL, "venueId" varchar(19) NOT NULL, "startsAt" datetime(3) NOT NULL, "endsAt" datetime(3) NOT NULL, "mode" varchar(12) NOT NULL, "opensAt" datetime(3), "closesAt" datetime(3), "partyMax" integer NOT NULL DEFAULT (5), "publishedAt" datetime(3), "cancelledAt" datetime(3), "waiting" integer NOT NULL DEFAULT (0), "waitNumber" integer NOT NULL DEFAULT (0), "doorKey" varchar(200) NOT NULL, "createdAt" datetime(3) NOT NULL, "ceiling" integer, "companions" varchar(8) NOT NULL DEFAULT ('counted'), "asksChildren" boolean NOT NULL DEFAULT (0), "confirmHours" integer, "cancelsUntil" datetime(3), "ticketNumber" integer NOT NULL DEFAULT (0), "doorKeyId" integer NOT NULL DEFAULT (1), "olderDoorKeys" text, "cancelReason" varchar(100), "doorRevision" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "event_sessions"("id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber", "doorKeyId", "olderDoorKeys", "cancelReason", "doorRevision") SELECT "id", "eventId", "organizerId", "venueId", "startsAt", "endsAt", "mode", "opensAt", "closesAt", "partyMax", "publishedAt", "cancelledAt", "waiting", "waitNumber", "doorKey", "createdAt", "ceiling", "companions", "asksChildren", "confirmHours", "cancelsUntil", "ticketNumber", "doorKeyId", "olderDoorKeys", "cancelReason", "doorRevision" FROM "temporary_event_sessions"`,
    );
    await runner.query(`DROP TABLE "temporary_event_sessions"`);
    await runner.query(`CREATE INDEX "IDX_50fb1f2ecb7c0e455e5b327530" ON "event_sessions" ("venueId", "startsAt") `);
    await runner.query(`CREATE INDEX "IDX_f7bc50c655bc4ac7fdff895c62" ON "event_sessions" ("startsAt") `);
    await runner.query(`CREATE INDEX "IDX_1881081be171f8e5944add3b5f" ON "event_sessions" ("organizerId") `);
    await runner.query(`CREATE INDEX "IDX_51ed83c9a1acb790e7d51f1358" ON "event_sessions" ("eventId") `);
  }
}
