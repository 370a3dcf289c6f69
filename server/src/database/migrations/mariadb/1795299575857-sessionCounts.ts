import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionCounts1795299575857 implements MigrationInterface {
  name = 'SessionCounts1795299575857';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`session_counts\` (\`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`arrived\` int NOT NULL DEFAULT '0', \`walkIns\` int NOT NULL DEFAULT '0', \`tally\` int NOT NULL DEFAULT '0', \`tallies\` int NOT NULL DEFAULT '0', \`corrected\` int NULL, \`correctionId\` varchar(40) CHARACTER SET "ascii" NULL, PRIMARY KEY (\`sessionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`registrations\` ADD \`scanned\` int NOT NULL DEFAULT '0'`);
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
      ORDER BY TIMESTAMPDIFF(MICROSECOND, '1970-01-01', c.at) + CAST(c.clockOffsetMs AS SIGNED) * 1000 DESC, CAST(c.id AS BINARY) DESC LIMIT 1)`);
    await runner.query(`UPDATE session_counts SET corrected = (SELECT c.seats FROM check_ins c
      WHERE c.id = session_counts.correctionId)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`registrations\` DROP COLUMN \`scanned\``);
    await runner.query(`DROP TABLE \`session_counts\``);
  }
}
