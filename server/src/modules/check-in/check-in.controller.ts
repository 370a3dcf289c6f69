import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access, type Caller, DESK, DOOR, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ExcuseDto, PackQueryDto, ScanUploadDto } from './check-in.dto';
import { CheckInService } from './check-in.service';

@Controller('check-in')
@Access(...DOOR)
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
  @Access(...DESK)
  @HttpCode(200)
  newKey(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /check-in/sessions/:id/new-key'>> {
    return this.checkIn.newKey(caller, id);
  }

  @Get('sessions/:id/counts')
  counts(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'GET /check-in/sessions/:id/counts'>> {
    return this.checkIn.counts(caller, id);
  }
}
