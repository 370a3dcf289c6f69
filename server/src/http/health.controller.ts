import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database';
import { Access } from './access';
import { AppError } from './app-error';
import { Leaving } from './leaving';
import { OPEN } from './policy';

@Controller('health')
@Access(OPEN)
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly leaving: Leaving,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers too, and the server is not about to leave. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.leaving.isTold) throw new AppError('NOT_READY');
    try {
      await this.database.now();
    } catch (cause) {
      throw Object.assign(new AppError('NOT_READY'), { cause });
    }
    return { status: 'ok' };
  }
}
