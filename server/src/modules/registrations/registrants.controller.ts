import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { RegistrantMoveDto } from './registrants.dto';
import { RegistrantsService } from './registrants.service';
import { DeskReasonDto, RegistrantDecisionsDto, RegistrantQueryDto } from './registrations.dto';

@Controller()
export class RegistrantsController {
  constructor(private readonly registrants: RegistrantsService) {}

  @Get('sessions/:id/registrations')
  list(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
    @Query() query: RegistrantQueryDto,
  ): Promise<ReplyOf<'GET /sessions/:id/registrations'>> {
    return this.registrants.list(caller, sessionId, query);
  }

  @Get('sessions/:id/registrations/counts')
  counts(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
  ): Promise<ReplyOf<'GET /sessions/:id/registrations/counts'>> {
    return this.registrants.counts(caller, sessionId);
  }

  @Get('desk/decisions')
  pending(@Who() caller: Caller): Promise<ReplyOf<'GET /desk/decisions'>> {
    return this.registrants.pending(caller);
  }

  @Post('sessions/:id/registrations/decide')
  @HttpCode(200)
  decide(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
    @Body() body: RegistrantDecisionsDto,
  ): Promise<ReplyOf<'POST /sessions/:id/registrations/decide'>> {
    return this.registrants.decideAll(caller, sessionId, body);
  }

  @Post('registrations/:id/reveal')
  @HttpCode(200)
  reveal(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /registrations/:id/reveal'>> {
    return this.registrants.reveal(caller, id);
  }

  @Post('registrations/:id/approve')
  @HttpCode(200)
  approve(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /registrations/:id/approve'>> {
    return this.registrants.approve(caller, id);
  }

  @Post('registrations/:id/decline')
  @HttpCode(200)
  decline(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: DeskReasonDto,
  ): Promise<ReplyOf<'POST /registrations/:id/decline'>> {
    return this.registrants.decline(caller, id, body.reason);
  }

  @Post('registrations/:id/move')
  @HttpCode(200)
  move(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: RegistrantMoveDto,
  ): Promise<ReplyOf<'POST /registrations/:id/move'>> {
    return this.registrants.move(caller, id, body);
  }

  @Post('registrations/:id/remove')
  @HttpCode(200)
  remove(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: DeskReasonDto,
  ): Promise<ReplyOf<'POST /registrations/:id/remove'>> {
    return this.registrants.remove(caller, id, body.reason);
  }
}
