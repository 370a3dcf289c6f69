import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { NewRegistration } from '@openday/shared/registrations';
import type { FastifyReply } from 'fastify';
import { type Caller, KnowsCaller, Who } from '../../http/access';
import { ContractBodyPipe } from '../../http/contract-body.pipe';
import { IdPipe } from '../../http/id.pipe';
import { CancelDto, NewRegistrationDto, PartyChangeDto, RegistrationQueryDto } from './registrations.dto';
import { RegistrationsService } from './registrations.service';

@Controller()
export class RegistrationsController {
  constructor(private readonly registrations: RegistrationsService) {}

  @Post('sessions/:id/registrations')
  @KnowsCaller()
  async register(
    @Who() caller: Caller,
    @Param('id', IdPipe) sessionId: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ContractBodyPipe('NewRegistration', NewRegistrationDto)) body: NewRegistration,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'POST /sessions/:id/registrations'>> {
    const { status, registration } = await this.registrations.register(caller, sessionId, key, body);
    void reply.status(status);
    return registration;
  }

  @Get('registrations')
  mine(@Who() caller: Caller, @Query() query: RegistrationQueryDto): Promise<ReplyOf<'GET /registrations'>> {
    return this.registrations.mine(caller, query);
  }

  @Get('registrations/:id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /registrations/:id'>> {
    return this.registrations.detail(caller, id);
  }

  @Patch('registrations/:id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: PartyChangeDto,
  ): Promise<ReplyOf<'PATCH /registrations/:id'>> {
    return this.registrations.change(caller, id, body);
  }

  @Post('registrations/:id/cancel')
  @HttpCode(200)
  cancel(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: CancelDto,
  ): Promise<ReplyOf<'POST /registrations/:id/cancel'>> {
    return this.registrations.cancel(caller, id, body.reason ?? null);
  }

  @Post('registrations/:id/confirm')
  @HttpCode(200)
  confirm(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /registrations/:id/confirm'>> {
    return this.registrations.confirm(caller, id);
  }

  @Get('registrations/:id/ticket')
  ticket(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /registrations/:id/ticket'>> {
    return this.registrations.ticket(caller, id);
  }
}
