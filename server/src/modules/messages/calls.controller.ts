import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { CallsService } from './calls.service';
import { PhoneCallQueryDto, PhoneCallTickDto } from './messages.dto';

@Controller()
export class CallsController {
  constructor(private readonly calls: CallsService) {}

  @Get('desk/calls')
  list(@Who() caller: Caller, @Query() query: PhoneCallQueryDto): Promise<ReplyOf<'GET /desk/calls'>> {
    return this.calls.list(caller, query);
  }

  @Post('registrations/:id/rung')
  @HttpCode(200)
  tick(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { done }: PhoneCallTickDto,
  ): Promise<ReplyOf<'POST /registrations/:id/rung'>> {
    return this.calls.tick(caller, id, done);
  }
}
