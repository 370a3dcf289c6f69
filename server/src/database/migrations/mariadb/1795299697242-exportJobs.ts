import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExportJobs1795299697242 implements MigrationInterface {
  name = 'ExportJobs1795299697242';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`export_jobs\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`format\` varchar(4) CHARACTER SET "ascii" NOT NULL, \`asked\` text CHARACTER SET "utf8mb4" NOT NULL, \`state\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`done\` int NOT NULL DEFAULT '0', \`total\` int NOT NULL DEFAULT '0', \`bytes\` int NULL, \`fence\` int NOT NULL DEFAULT '0', \`leaseUntil\` datetime(3) NULL, \`createdAt\` datetime(3) NOT NULL, INDEX \`IDX_0d268e5f53a4625f475f3eaefd\` (\`createdAt\`), INDEX \`IDX_4f8bcfd399d13588b98a8983a4\` (\`accountId\`, \`createdAt\`), INDEX \`IDX_afa198ce9ebd46157de1c9c14c\` (\`state\`, \`leaseUntil\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`export_pieces\` (\`jobId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`fence\` int NOT NULL, \`place\` int NOT NULL, \`content\` text CHARACTER SET "utf8mb4" NOT NULL, PRIMARY KEY (\`jobId\`, \`fence\`, \`place\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE \`export_pieces\``);
    await runner.query(`DROP INDEX \`IDX_afa198ce9ebd46157de1c9c14c\` ON \`export_jobs\``);
    await runner.query(`DROP INDEX \`IDX_4f8bcfd399d13588b98a8983a4\` ON \`export_jobs\``);
    await runner.query(`DROP INDEX \`IDX_0d268e5f53a4625f475f3eaefd\` ON \`export_jobs\``);
    await runner.query(`DROP TABLE \`export_jobs\``);
  }
}
