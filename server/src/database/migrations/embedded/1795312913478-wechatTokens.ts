import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WechatTokens1795312913478 implements MigrationInterface {
  name = 'WechatTokens1795312913478';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "wechat_tokens" ("appId" varchar(40) PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (0), "token" varchar(1000), "expiresAt" datetime(3) NOT NULL, "claimedUntil" datetime(3) NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "wechat_tokens"`);
  }
}
