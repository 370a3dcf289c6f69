import { Body, Controller, Param, Patch } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { EventChangeDto } from '../events/desk-events.dto';
import { EventChangesService } from './event-changes.service';

@Controller('events')
export class EventChangesController {
  constructor(private readonly changes: EventChangesService) {}

  @Patch(':id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: EventChangeDto,
  ): Promise<ReplyOf<'PATCH /events/:id'>> {
    return this.changes.change(caller, id, body);
  }
}
