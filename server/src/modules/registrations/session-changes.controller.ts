import { Body, Controller, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { SendBackDto } from '../events/desk-events.dto';
import { CancellationDto, QuestionsDto, SessionChangeDto, SessionSetupDto } from '../events/events.dto';
import { AskedChangesService } from './asked-changes.service';
import { SessionChangesService } from './session-changes.service';

@Controller()
export class SessionChangesController {
  constructor(
    private readonly changes: SessionChangesService,
    private readonly asked: AskedChangesService,
  ) {}

  @Patch('sessions/:id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionChangeDto,
  ): Promise<ReplyOf<'PATCH /sessions/:id'>> {
    return this.changes.change(caller, id, body);
  }

  @Post('sessions/:id/change/approve')
  @HttpCode(200)
  approve(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /sessions/:id/change/approve'>> {
    return this.changes.approve(caller, id);
  }

  @Post('sessions/:id/change/send-back')
  @HttpCode(200)
  sendBack(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: SendBackDto,
  ): Promise<ReplyOf<'POST /sessions/:id/change/send-back'>> {
    return this.asked.sendBack(caller, id, reason);
  }

  @Post('sessions/:id/change/withdraw')
  @HttpCode(200)
  withdraw(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /sessions/:id/change/withdraw'>> {
    return this.asked.withdraw(caller, id);
  }

  @Post('sessions/:id/cancel')
  @HttpCode(200)
  cancel(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: CancellationDto,
  ): Promise<ReplyOf<'POST /sessions/:id/cancel'>> {
    return this.changes.cancel(caller, id, body);
  }

  @Put('sessions/:id/setup')
  setUp(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionSetupDto,
  ): Promise<ReplyOf<'PUT /sessions/:id/setup'>> {
    return this.changes.setUp(caller, id, body);
  }

  @Post('events/:id/cancel')
  @HttpCode(200)
  cancelEvent(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: CancellationDto,
  ): Promise<ReplyOf<'POST /events/:id/cancel'>> {
    return this.changes.cancelEvent(caller, id, body);
  }

  @Put('events/:id/questions')
  ask(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: QuestionsDto,
  ): Promise<ReplyOf<'PUT /events/:id/questions'>> {
    return this.changes.ask(caller, id, body);
  }
}
