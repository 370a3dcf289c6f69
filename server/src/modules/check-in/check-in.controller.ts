import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ExcuseDto, PackQueryDto, ScanUploadDto } from './check-in.dto';
import { CheckInService } from './check-in.service';

@Controller('check-in')
export class CheckInController {
  constructor(private readonly checkIn: CheckInService) {}

  @Get('sessions')
  sessions(@Who() caller: Caller): Promise<ReplyOf<'GET /check-in/sessions'>> {
    return this.checkIn.sessions(caller);
  }

  @Get('sessions/:id/pack')
  pack(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: PackQueryDto,
  ): Promise<ReplyOf<'GET /check-in/sessions/:id/pack'>> {
    return this.checkIn.pack(caller, id, query);
  }

  @Post('scans')
  @HttpCode(200)
  upload(@Who() caller: Caller, @Body() body: ScanUploadDto): Promise<ReplyOf<'POST /check-in/scans'>> {
    return this.checkIn.upload(caller, body);
  }

  @Post('sessions/:id/excuse')
  @HttpCode(200)
  excuse(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: ExcuseDto,
  ): Promise<ReplyOf<'POST /check-in/sessions/:id/excuse'>> {
    return this.checkIn.excuse(caller, id, body);
  }

  @Post('sessions/:id/new-key')
  @HttpCode(200)
  newKey(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /check-in/sessions/:id/new-key'>> {
    return this.checkIn.newKey(caller, id);
  }

  /** Boards ask every other second: without a change the answer is 304 and costs three rows. */
  @Get('sessions/:id/counts')
  async counts(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'GET /check-in/sessions/:id/counts'> | undefined> {
    const { tag, counts } = await this.checkIn.counts(caller, id, known?.replace('W/', ''));
    void reply.header('etag', tag);
    if (!counts) void reply.status(304);
    return counts ?? undefined;
  }
}
