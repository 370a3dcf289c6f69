import { Controller, Get } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { DeskTasksService } from './desk-tasks.service';

@Controller('desk/tasks')
export class DeskTasksController {
  constructor(private readonly tasks: DeskTasksService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/tasks'>> {
    return this.tasks.list(caller);
  }
}
