import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database';
import { Access } from './access';
import { AppError } from './app-error';
import { OPEN } from './policy';

@Controller('health')
@Access(OPEN)
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.database.now();
    } catch (cause) {
      throw Object.assign(new AppError('NOT_READY'), { cause });
    }
    return { status: 'ok' };
  }
}
