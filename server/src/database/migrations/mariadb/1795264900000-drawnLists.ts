import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DrawnLists1795264900000 implements MigrationInterface {
  name = 'DrawnLists1795264900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`draws\` ADD \`pools\` text CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`draws\` ADD \`ceiling\` int NULL`);
    await runner.query(`ALTER TABLE \`restrictions\` ADD \`clearReason\` varchar(100) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`noShowsSoughtAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`draw_entries\` MODIFY \`outcome\` varchar(12) CHARACTER SET "ascii" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`draw_entries\` MODIFY \`outcome\` varchar(12) CHARACTER SET "ascii" NOT NULL`);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`noShowsSoughtAt\``);
    await runner.query(`ALTER TABLE \`restrictions\` DROP COLUMN \`clearReason\``);
    await runner.query(`ALTER TABLE \`draws\` DROP COLUMN \`ceiling\``);
    await runner.query(`ALTER TABLE \`draws\` DROP COLUMN \`pools\``);
  }
}
