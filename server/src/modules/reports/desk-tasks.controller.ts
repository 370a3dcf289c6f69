import { Controller, Get } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, type Caller, DESK, Who } from '../../http/access';
import { DeskTasksService } from './desk-tasks.service';

@Controller('desk/tasks')
@Access(...DESK)
export class DeskTasksController {
  constructor(private readonly tasks: DeskTasksService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/tasks'>> {
    return this.tasks.list(caller);
  }
}
