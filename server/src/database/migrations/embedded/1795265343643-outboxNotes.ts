import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutboxNotes1795265343643 implements MigrationInterface {
  name = 'OutboxNotes1795265343643';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox_messages" ADD "note" varchar(100)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox_messages" DROP COLUMN "note"`);
  }
}
