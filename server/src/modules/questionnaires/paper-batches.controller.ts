import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewPaperBatchDto, ResultsQueryDto } from './paper-batches.dto';
import { PaperBatchesService } from './paper-batches.service';

@Controller()
export class PaperBatchesController {
  constructor(private readonly batches: PaperBatchesService) {}

  @Get('events/:id/questionnaires')
  results(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() { session }: ResultsQueryDto,
  ): Promise<ReplyOf<'GET /events/:id/questionnaires'>> {
    return this.batches.results(caller, id, session);
  }

  @Post('events/:id/paper-batches')
  create(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: NewPaperBatchDto,
  ): Promise<ReplyOf<'POST /events/:id/paper-batches'>> {
    return this.batches.create(caller, id, body);
  }

  @Put('paper-batches/:id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: NewPaperBatchDto,
  ): Promise<ReplyOf<'PUT /paper-batches/:id'>> {
    return this.batches.change(caller, id, body);
  }

  @Delete('paper-batches/:id')
  remove(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'DELETE /paper-batches/:id'>> {
    return this.batches.remove(caller, id);
  }
}
