import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionCounts1795299575857 implements MigrationInterface {
  name = 'SessionCounts1795299575857';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "session_counts" ("sessionId" varchar(19) PRIMARY KEY NOT NULL, "arrived" integer NOT NULL DEFAULT (0), "walkIns" integer NOT NULL DEFAULT (0), "tally" integer NOT NULL DEFAULT (0), "tallies" integer NOT NULL DEFAULT (0), "corrected" integer, "correctionId" varchar(40))`,
    );
    await runner.query(`DROP INDEX "IDX_21ae657cd1e80cc2169e69aeb1"`);
    await runner.query(`DROP INDEX "IDX_1b95bcb276ee056df9a72005e3"`);
    await runner.query(`DROP INDEX "IDX_bdd40a5a0378a57d8e715d9165"`);
    await runner.query(`DROP INDEX "IDX_c78d614d5bb61709447691f111"`);
    await runner.query(
      `CREATE TABLE "temporary_registrations" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "quotaId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "status" varchar(12) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "waitNumber" integer, "subject" varchar(64), "liveSubject" varchar(64), "name" varchar(400) NOT NULL, "nameIndex" varchar(64) NOT NULL, "phone" varchar(200), "phoneLast4" varchar(4), "relation" varchar(12), "consentedAt" datetime(3), "cancelReason" varchar(12), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "children" integer NOT NULL DEFAULT (0), "enterprise" varchar(60), "ticketNo" integer, "joinWaitlist" boolean NOT NULL DEFAULT (0), "confirmBy" datetime(3), "heldBackUntil" datetime(3), "endReason" varchar(100), "scanned" integer NOT NULL DEFAULT (0))`,
    );
    await runner.query(
      `INSERT INTO "temporary_registrations"("id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt", "children", "enterprise", "ticketNo", "joinWaitlist", "confirmBy", "heldBackUntil", "endReason") SELECT "id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt", "children", "enterprise", "ticketNo", "joinWaitlist", "confirmBy", "heldBackUntil", "endReason" FROM "registrations"`,
    );
    await runner.query(`DROP TABLE "registrations"`);
    await runner.query(`ALTER TABLE "temporary_registrations" RENAME TO "registrations"`);
    await runner.query(`CREATE INDEX "IDX_21ae657cd1e80cc2169e69aeb1" ON "registrations" ("accountId") `);
    await runner.query(`CREATE INDEX "IDX_1b95bcb276ee056df9a72005e3" ON "registrations" ("subject") `);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_bdd40a5a0378a57d8e715d9165" ON "registrations" ("sessionId", "liveSubject") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_c78d614d5bb61709447691f111" ON "registrations" ("sessionId", "status", "waitNumber") `,
    );
    // What the facts before this version come to (docs/rules/board.md).
    await runner.query(`UPDATE registrations SET scanned = (SELECT COALESCE(SUM(c.seats), 0) FROM check_ins c
      WHERE c.registrationId = registrations.id AND c.kind = 'scan' AND NOT EXISTS (SELECT 1 FROM check_ins u WHERE u.ref = c.id AND u.kind = 'undo' AND u.sessionId = c.sessionId))
      WHERE id IN (SELECT k.registrationId FROM check_ins k WHERE k.kind = 'scan')`);
    await runner.query(`INSERT INTO session_counts (sessionId, arrived, walkIns, tally, tallies)
      SELECT c.sessionId, COALESCE((SELECT SUM(CASE WHEN r.scanned < r.seats THEN r.scanned ELSE r.seats END)
          FROM registrations r WHERE r.sessionId = c.sessionId AND r.scanned > 0), 0),
        SUM(CASE WHEN c.kind = 'walkIn' THEN c.seats ELSE 0 END), SUM(CASE WHEN c.kind = 'count' THEN c.seats ELSE 0 END),
        SUM(CASE WHEN c.kind = 'count' THEN 1 ELSE 0 END)
      FROM check_ins c WHERE c.kind NOT IN ('undo', 'end') AND NOT EXISTS (SELECT 1 FROM check_ins u WHERE u.ref = c.id AND u.kind = 'undo' AND u.sessionId = c.sessionId) GROUP BY c.sessionId`);
    await runner.query(`UPDATE session_counts SET correctionId = (SELECT c.id FROM check_ins c
      WHERE c.sessionId = session_counts.sessionId AND c.kind = 'correction' AND NOT EXISTS (SELECT 1 FROM check_ins u WHERE u.ref = c.id AND u.kind = 'undo' AND u.sessionId = c.sessionId)
      ORDER BY ROUND(julianday(c.at) * 86400000) + CAST(c.clockOffsetMs AS INTEGER) DESC, c.id DESC LIMIT 1)`);
    await runner.query(`UPDATE session_counts SET corrected = (SELECT c.seats FROM check_ins c
      WHERE c.id = session_counts.correctionId)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_c78d614d5bb61709447691f111"`);
    await runner.query(`DROP INDEX "IDX_bdd40a5a0378a57d8e715d9165"`);
    await runner.query(`DROP INDEX "IDX_1b95bcb276ee056df9a72005e3"`);
    await runner.query(`DROP INDEX "IDX_21ae657cd1e80cc2169e69aeb1"`);
    await runner.query(`ALTER TABLE "registrations" RENAME TO "temporary_registrations"`);
    await runner.query(
      `CREATE TABLE "registrations" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "quotaId" varchar(19) NOT NULL, "accountId" varchar(19) NOT NULL, "status" varchar(12) NOT NULL, "seats" integer NOT NULL DEFAULT (0), "waitNumber" integer, "subject" varchar(64), "liveSubject" varchar(64), "name" varchar(400) NOT NULL, "nameIndex" varchar(64) NOT NULL, "phone" varchar(200), "phoneLast4" varchar(4), "relation" varchar(12), "consentedAt" datetime(3), "cancelReason" varchar(12), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL, "children" integer NOT NULL DEFAULT (0), "enterprise" varchar(60), "ticketNo" integer, "joinWaitlist" boolean NOT NULL DEFAULT (0), "confirmBy" datetime(3), "heldBackUntil" datetime(3), "endReason" varchar(100))`,
    );
    await runner.query(
      `INSERT INTO "registrations"("id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt", "children", "enterprise", "ticketNo", "joinWaitlist", "confirmBy", "heldBackUntil", "endReason") SELECT "id", "sessionId", "quotaId", "accountId", "status", "seats", "waitNumber", "subject", "liveSubject", "name", "nameIndex", "phone", "phoneLast4", "relation", "consentedAt", "cancelReason", "createdAt", "updatedAt", "children", "enterprise", "ticketNo", "joinWaitlist", "confirmBy", "heldBackUntil", "endReason" FROM "temporary_registrations"`,
    );
    await runner.query(`DROP TABLE "temporary_registrations"`);
    await runner.query(
      `CREATE INDEX "IDX_c78d614d5bb61709447691f111" ON "registrations" ("sessionId", "status", "waitNumber") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_bdd40a5a0378a57d8e715d9165" ON "registrations" ("sessionId", "liveSubject") `,
    );
    await runner.query(`CREATE INDEX "IDX_1b95bcb276ee056df9a72005e3" ON "registrations" ("subject") `);
    await runner.query(`CREATE INDEX "IDX_21ae657cd1e80cc2169e69aeb1" ON "registrations" ("accountId") `);
    await runner.query(`DROP TABLE "session_counts"`);
  }
}
