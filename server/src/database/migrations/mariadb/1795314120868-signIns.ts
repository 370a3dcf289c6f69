import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIns1795314120868 implements MigrationInterface {
  name = 'SignIns1795314120868';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`identities\` (\`keyIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`value\` varchar(400) CHARACTER SET "ascii" NOT NULL, \`provenAt\` datetime(3) NOT NULL, INDEX \`IDX_e0748194038e1e5471a58cd2a6\` (\`accountId\`), PRIMARY KEY (\`keyIndex\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`attempt_counts\` (\`bucketIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`count\` int NOT NULL DEFAULT '0', \`resetsAt\` datetime(3) NOT NULL, INDEX \`IDX_75fd89f893dee4709e7e549b99\` (\`resetsAt\`), PRIMARY KEY (\`bucketIndex\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`phone_codes\` (\`phoneIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`codeIndex\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`tries\` int NOT NULL DEFAULT '0', \`expiresAt\` datetime(3) NOT NULL, INDEX \`IDX_304df363b35b36624a175462da\` (\`expiresAt\`), PRIMARY KEY (\`phoneIndex\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`second_factors\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`secret\` varchar(200) CHARACTER SET "ascii" NOT NULL, \`confirmedAt\` datetime(3) NULL, \`usedStep\` int NOT NULL DEFAULT '0', \`recoveryHashes\` text CHARACTER SET "utf8mb4" NOT NULL, PRIMARY KEY (\`accountId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`sign_ins\` (\`id\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`way\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`device\` varchar(40) CHARACTER SET "utf8mb4" NOT NULL, \`createdAt\` datetime(3) NOT NULL, \`seenAt\` datetime(3) NOT NULL, \`endsAt\` datetime(3) NOT NULL, \`endedAt\` datetime(3) NULL, INDEX \`IDX_46c7972c1c4513e805becefed5\` (\`accountId\`), INDEX \`IDX_83db759f86ca94b69a4066899e\` (\`endsAt\`), INDEX \`IDX_77461157b200d91aae292b573a\` (\`endedAt\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_77461157b200d91aae292b573a\` ON \`sign_ins\``);
    await runner.query(`DROP INDEX \`IDX_83db759f86ca94b69a4066899e\` ON \`sign_ins\``);
    await runner.query(`DROP INDEX \`IDX_46c7972c1c4513e805becefed5\` ON \`sign_ins\``);
    await runner.query(`DROP TABLE \`sign_ins\``);
    await runner.query(`DROP TABLE \`second_factors\``);
    await runner.query(`DROP INDEX \`IDX_304df363b35b36624a175462da\` ON \`phone_codes\``);
    await runner.query(`DROP TABLE \`phone_codes\``);
    await runner.query(`DROP INDEX \`IDX_75fd89f893dee4709e7e549b99\` ON \`attempt_counts\``);
    await runner.query(`DROP TABLE \`attempt_counts\``);
    await runner.query(`DROP INDEX \`IDX_e0748194038e1e5471a58cd2a6\` ON \`identities\``);
    await runner.query(`DROP TABLE \`identities\``);
  }
}
