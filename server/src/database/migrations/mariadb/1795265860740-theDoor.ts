import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TheDoor1795265860740 implements MigrationInterface {
  name = 'TheDoor1795265860740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`door_invites\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionIds\` text CHARACTER SET "utf8mb4" NOT NULL, \`tokenIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`createdBy\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`expiresAt\` datetime(3) NOT NULL, \`revokedAt\` datetime(3) NULL, \`joined\` int NOT NULL DEFAULT '0', \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_75d89d0d3fddf245202388f585\` (\`organizerId\`), UNIQUE INDEX \`IDX_abb744c8269724eac006893179\` (\`tokenIndex\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`staff_assignments\` ADD \`joinedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`staff_assignments\` ADD \`revokedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`check_ins\` ADD \`flagged\` tinyint NOT NULL DEFAULT 0`);
    await runner.query(
      `ALTER TABLE \`door_devices\` ADD \`name\` varchar(20) CHARACTER SET "utf8mb4" NOT NULL DEFAULT ''`,
    );
    await runner.query(`ALTER TABLE \`door_devices\` ADD \`excuse\` varchar(100) CHARACTER SET "utf8mb4" NULL`);
    await runner.query(`ALTER TABLE \`door_devices\` ADD \`excusedBy\` varchar(19) CHARACTER SET "ascii" NULL`);
    await runner.query(`ALTER TABLE \`door_devices\` ADD \`excusedAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`doorKeyId\` int NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE \`event_sessions\` ADD \`olderDoorKeys\` text CHARACTER SET "utf8mb4" NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`olderDoorKeys\``);
    await runner.query(`ALTER TABLE \`event_sessions\` DROP COLUMN \`doorKeyId\``);
    await runner.query(`ALTER TABLE \`door_devices\` DROP COLUMN \`excusedAt\``);
    await runner.query(`ALTER TABLE \`door_devices\` DROP COLUMN \`excusedBy\``);
    await runner.query(`ALTER TABLE \`door_devices\` DROP COLUMN \`excuse\``);
    await runner.query(`ALTER TABLE \`door_devices\` DROP COLUMN \`name\``);
    await runner.query(`ALTER TABLE \`check_ins\` DROP COLUMN \`flagged\``);
    await runner.query(`ALTER TABLE \`staff_assignments\` DROP COLUMN \`revokedAt\``);
    await runner.query(`ALTER TABLE \`staff_assignments\` DROP COLUMN \`joinedAt\``);
    await runner.query(`DROP INDEX \`IDX_abb744c8269724eac006893179\` ON \`door_invites\``);
    await runner.query(`DROP INDEX \`IDX_75d89d0d3fddf245202388f585\` ON \`door_invites\``);
    await runner.query(`DROP TABLE \`door_invites\``);
  }
}
