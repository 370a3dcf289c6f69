import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosingReports1795299481707 implements MigrationInterface {
  name = 'ClosingReports1795299481707';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`closing_reports\` (\`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`state\` varchar(10) CHARACTER SET "ascii" NOT NULL, \`actual\` int NULL, \`source\` varchar(10) CHARACTER SET "ascii" NULL, \`actualSaid\` tinyint NOT NULL DEFAULT 0, \`countReasons\` text CHARACTER SET "utf8mb4" NOT NULL, \`countNote\` varchar(100) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`planReasons\` text CHARACTER SET "utf8mb4" NOT NULL, \`planNote\` varchar(100) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`explanations\` int NULL, \`photos\` text CHARACTER SET "utf8mb4" NOT NULL, \`photosVouched\` tinyint NOT NULL DEFAULT 0, \`publicLine\` varchar(200) CHARACTER SET "utf8mb4" NOT NULL DEFAULT '', \`told\` text CHARACTER SET "utf8mb4" NULL, \`publishedAt\` datetime(3) NULL, \`recordedAfter\` tinyint NOT NULL DEFAULT 0, \`suggestions\` int NULL, \`resolved\` int NULL, \`soonToldAt\` datetime(3) NULL, \`dueToldAt\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_c2b978fc388163454d16df6e7d\` (\`eventId\`), INDEX \`IDX_b98f9bacf55fd2be49cf29cb4d\` (\`organizerId\`, \`state\`), PRIMARY KEY (\`sessionId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`images\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sha\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`width\` int NOT NULL DEFAULT '0', \`height\` int NOT NULL DEFAULT '0', \`createdAt\` datetime(3) NOT NULL, UNIQUE INDEX \`IDX_03d2094cd37c3273a31262a24f\` (\`sha\`, \`organizerId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`image_pieces\` (\`sha\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`size\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`no\` int NOT NULL, \`bytes\` blob NOT NULL, PRIMARY KEY (\`sha\`, \`size\`, \`no\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`paper_batches\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`eventId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`place\` varchar(60) CHARACTER SET "utf8mb4" NOT NULL, \`handedOut\` int NOT NULL DEFAULT '0', \`returned\` int NOT NULL DEFAULT '0', \`tallies\` text CHARACTER SET "utf8mb4" NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_6c4e53af87c56ea4de78982f3c\` (\`eventId\`), INDEX \`IDX_0ed2dc7e4f73170e8f25262987\` (\`sessionId\`), INDEX \`IDX_f7b330674812a386822a3ae70f\` (\`organizerId\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`programmes\` ADD \`closingDays\` int NOT NULL DEFAULT '10'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`closingDays\``);
    await runner.query(`DROP INDEX \`IDX_f7b330674812a386822a3ae70f\` ON \`paper_batches\``);
    await runner.query(`DROP INDEX \`IDX_0ed2dc7e4f73170e8f25262987\` ON \`paper_batches\``);
    await runner.query(`DROP INDEX \`IDX_6c4e53af87c56ea4de78982f3c\` ON \`paper_batches\``);
    await runner.query(`DROP TABLE \`paper_batches\``);
    await runner.query(`DROP TABLE \`image_pieces\``);
    await runner.query(`DROP INDEX \`IDX_03d2094cd37c3273a31262a24f\` ON \`images\``);
    await runner.query(`DROP TABLE \`images\``);
    await runner.query(`DROP INDEX \`IDX_b98f9bacf55fd2be49cf29cb4d\` ON \`closing_reports\``);
    await runner.query(`DROP INDEX \`IDX_c2b978fc388163454d16df6e7d\` ON \`closing_reports\``);
    await runner.query(`DROP TABLE \`closing_reports\``);
  }
}
