import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WechatTokens1795312913478 implements MigrationInterface {
  name = 'WechatTokens1795312913478';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`wechat_tokens\` (\`appId\` varchar(40) CHARACTER SET "ascii" NOT NULL, \`version\` int NOT NULL DEFAULT '0', \`token\` varchar(1000) CHARACTER SET "ascii" NULL, \`expiresAt\` datetime(3) NOT NULL, \`claimedUntil\` datetime(3) NOT NULL, PRIMARY KEY (\`appId\`)) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE \`wechat_tokens\``);
  }
}
