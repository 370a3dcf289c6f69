import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImageUses1795325675129 implements MigrationInterface {
  name = 'ImageUses1795325675129';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "image_uses" ("sha" varchar(64) NOT NULL, "subjectId" varchar(19) NOT NULL, PRIMARY KEY ("sha", "subjectId"))`,
    );
    await runner.query(`CREATE INDEX "IDX_de37d6829b8e13171a9569c589" ON "image_uses" ("subjectId") `);
    // What is shown already; a picture's name is nowhere else in these columns.
    for (const [table, column, id] of [
      ['events', 'images', 'id'],
      ['closing_reports', 'photos', 'sessionId'],
    ])
      await runner.query(
        `INSERT INTO image_uses (sha, subjectId) SELECT DISTINCT i.sha, t.${id} FROM images i JOIN ${table} t ON INSTR(t.${column}, i.sha) > 0`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_de37d6829b8e13171a9569c589"`);
    await runner.query(`DROP TABLE "image_uses"`);
  }
}
