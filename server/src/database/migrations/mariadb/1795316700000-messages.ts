import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1795316700000 implements MigrationInterface {
  name = 'Messages1795316700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE \`inbox_marks\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`upTo\` datetime(3) NOT NULL, PRIMARY KEY (\`accountId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`message_credits\` (\`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`templateId\` varchar(64) CHARACTER SET "ascii" NOT NULL, \`remaining\` int NOT NULL DEFAULT '0', \`lastTap\` varchar(36) CHARACTER SET "ascii" NOT NULL, PRIMARY KEY (\`accountId\`, \`templateId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`message_deliveries\` (\`messageId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`channel\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`state\` varchar(8) CHARACTER SET "ascii" NOT NULL, \`tries\` int NOT NULL DEFAULT '0', \`updatedAt\` datetime(3) NOT NULL, INDEX \`IDX_0b46f34907750e9fec2186859a\` (\`accountId\`), PRIMARY KEY (\`messageId\`, \`channel\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`phone_calls\` (\`registrationId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`messageId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`accountId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`sessionId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`organizerId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`why\` varchar(10) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, \`doneAt\` datetime(3) NULL, \`doneBy\` varchar(19) CHARACTER SET "ascii" NULL, INDEX \`IDX_8c01137c14401e99047e252760\` (\`messageId\`), INDEX \`IDX_9354859e5a486672bb862971c8\` (\`accountId\`), INDEX \`IDX_2904732719766c27c3a76b109a\` (\`organizerId\`, \`doneAt\`), PRIMARY KEY (\`registrationId\`)) ENGINE=InnoDB`,
    );
    await runner.query(
      `CREATE TABLE \`reminders\` (\`registrationId\` varchar(19) CHARACTER SET "ascii" NOT NULL, \`kind\` varchar(12) CHARACTER SET "ascii" NOT NULL, \`day\` varchar(10) CHARACTER SET "ascii" NOT NULL, \`createdAt\` datetime(3) NOT NULL, PRIMARY KEY (\`registrationId\`, \`kind\`, \`day\`)) ENGINE=InnoDB`,
    );
    await runner.query(`ALTER TABLE \`outbox_messages\` ADD \`dueAt\` datetime(3) NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`smsBudget\` int NULL`);
    await runner.query(`ALTER TABLE \`programmes\` ADD \`smsSent\` int NOT NULL DEFAULT '0'`);
    await runner.query(`CREATE INDEX \`IDX_b0757b51b352408a055d204fca\` ON \`outbox_messages\` (\`dueAt\`)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_b0757b51b352408a055d204fca\` ON \`outbox_messages\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`smsSent\``);
    await runner.query(`ALTER TABLE \`programmes\` DROP COLUMN \`smsBudget\``);
    await runner.query(`ALTER TABLE \`outbox_messages\` DROP COLUMN \`dueAt\``);
    await runner.query(`DROP TABLE \`reminders\``);
    await runner.query(`DROP INDEX \`IDX_2904732719766c27c3a76b109a\` ON \`phone_calls\``);
    await runner.query(`DROP INDEX \`IDX_9354859e5a486672bb862971c8\` ON \`phone_calls\``);
    await runner.query(`DROP INDEX \`IDX_8c01137c14401e99047e252760\` ON \`phone_calls\``);
    await runner.query(`DROP TABLE \`phone_calls\``);
    await runner.query(`DROP INDEX \`IDX_0b46f34907750e9fec2186859a\` ON \`message_deliveries\``);
    await runner.query(`DROP TABLE \`message_deliveries\``);
    await runner.query(`DROP TABLE \`message_credits\``);
    await runner.query(`DROP TABLE \`inbox_marks\``);
  }
}
