import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewExportDto } from './exports.dto';
import { ExportsService } from './exports.service';

/** Long files, made in the background. */
@Controller('exports')
export class ExportJobsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @HttpCode(200)
  ask(@Who() caller: Caller, @Body() body: NewExportDto): Promise<ReplyOf<'POST /exports'>> {
    return this.exports.ask(caller, body);
  }

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /exports'>> {
    return this.exports.list(caller);
  }

  @Get(':id')
  one(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /exports/:id'>> {
    return this.exports.one(caller, id);
  }

  @Get(':id/file')
  download(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.exports.download(caller, id);
  }
}
