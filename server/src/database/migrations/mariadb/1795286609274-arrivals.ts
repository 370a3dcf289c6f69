import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Arrivals1795286609274 implements MigrationInterface {
  name = 'Arrivals1795286609274';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX \`IDX_26ca3a64dad82875b93bd06e9e\` ON \`check_ins\` (\`registrationId\`)`);
    await runner.query(`CREATE INDEX \`IDX_268dac919710ab012037600d64\` ON \`check_ins\` (\`ref\`)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`IDX_268dac919710ab012037600d64\` ON \`check_ins\``);
    await runner.query(`DROP INDEX \`IDX_26ca3a64dad82875b93bd06e9e\` ON \`check_ins\``);
  }
}
