import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSeals1795314801030 implements MigrationInterface {
  name = 'AuditSeals1795314801030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`audit_seals\` (\`number\` int NOT NULL, \`entryIds\` text CHARACTER SET "utf8mb4" NOT NULL, \`mac\` varchar(80) CHARACTER SET "ascii" NOT NULL, \`at\` datetime(3) NOT NULL, PRIMARY KEY (\`number\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `ALTER TABLE \`audit_entries\` ADD \`mac\` varchar(80) CHARACTER SET "ascii" NOT NULL DEFAULT ''`,
    );
    await runner.query(`ALTER TABLE \`audit_entries\` ADD \`seal\` int NULL`);
    await runner.query(`CREATE INDEX \`IDX_cac28747de0b96472572dede32\` ON \`audit_entries\` (\`seal\`)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_cac28747de0b96472572dede32\` ON \`audit_entries\``);
    await runner.query(`ALTER TABLE \`audit_entries\` DROP COLUMN \`seal\``);
    await runner.query(`ALTER TABLE \`audit_entries\` DROP COLUMN \`mac\``);
    await runner.query(`DROP TABLE \`audit_seals\``);
  }
}
