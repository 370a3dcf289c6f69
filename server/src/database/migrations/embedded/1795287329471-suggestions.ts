import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Suggestions1795287329471 implements MigrationInterface {
  name = 'Suggestions1795287329471';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "responses" ("id" varchar(19) PRIMARY KEY NOT NULL, "sessionId" varchar(19) NOT NULL, "registrationId" varchar(19), "accountId" varchar(19), "satisfaction" varchar(12) NOT NULL, "clarity" varchar(12) NOT NULL, "line" text, "suggestionId" varchar(19), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_44a85be93c5253b8da1b182547" ON "responses" ("sessionId") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_82c66ffcf95782a386df8b97af" ON "responses" ("registrationId") `);
    await runner.query(`CREATE INDEX "IDX_6e8b3bf75d74495f7c8cef9fb9" ON "responses" ("accountId") `);
    await runner.query(
      `CREATE TABLE "suggestions" ("id" varchar(19) PRIMARY KEY NOT NULL, "organizerId" varchar(19) NOT NULL, "eventId" varchar(19), "sessionId" varchar(19), "accountId" varchar(19), "kind" varchar(12) NOT NULL, "state" varchar(12) NOT NULL, "text" text, "mayCall" boolean NOT NULL DEFAULT (0), "dueAt" datetime(3) NOT NULL, "answeredAt" datetime(3), "declaredAt" datetime(3), "verdict" varchar(12), "sentBack" integer NOT NULL DEFAULT (0), "publicQuestion" varchar(100), "publicAnswer" text, "publishedAt" datetime(3), "keyId" varchar(64), "bodyHash" varchar(64), "createdAt" datetime(3) NOT NULL, "updatedAt" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "IDX_f5206fbc1afb6b3f6851a01781" ON "suggestions" ("keyId") `);
    await runner.query(`CREATE INDEX "IDX_c8d18d49db2df411cc39710d86" ON "suggestions" ("accountId", "createdAt") `);
    await runner.query(`CREATE INDEX "IDX_b8c661296bed56a2dd6a3fde1a" ON "suggestions" ("eventId", "publishedAt") `);
    await runner.query(
      `CREATE INDEX "IDX_b0c029df8ba315ac04779b2036" ON "suggestions" ("organizerId", "state", "dueAt") `,
    );
    await runner.query(
      `CREATE TABLE "suggestion_steps" ("id" varchar(19) PRIMARY KEY NOT NULL, "suggestionId" varchar(19) NOT NULL, "kind" varchar(12) NOT NULL, "by" varchar(8) NOT NULL, "organizerId" varchar(19), "text" text, "verdict" varchar(12), "dueAt" datetime(3), "at" datetime(3) NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_20721a18d2c8abc17f0cae4641" ON "suggestion_steps" ("suggestionId") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_20721a18d2c8abc17f0cae4641"`);
    await runner.query(`DROP TABLE "suggestion_steps"`);
    await runner.query(`DROP INDEX "IDX_b0c029df8ba315ac04779b2036"`);
    await runner.query(`DROP INDEX "IDX_b8c661296bed56a2dd6a3fde1a"`);
    await runner.query(`DROP INDEX "IDX_c8d18d49db2df411cc39710d86"`);
    await runner.query(`DROP INDEX "IDX_f5206fbc1afb6b3f6851a01781"`);
    await runner.query(`DROP TABLE "suggestions"`);
    await runner.query(`DROP INDEX "IDX_6e8b3bf75d74495f7c8cef9fb9"`);
    await runner.query(`DROP INDEX "IDX_82c66ffcf95782a386df8b97af"`);
    await runner.query(`DROP INDEX "IDX_44a85be93c5253b8da1b182547"`);
    await runner.query(`DROP TABLE "responses"`);
  }
}
