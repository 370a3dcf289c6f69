import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { AnnualEvidenceQueryDto, AnnualQueryDto } from './annual.dto';
import { AnnualService } from './annual.service';

@Controller('reports')
export class AnnualController {
  constructor(private readonly annual: AnnualService) {}

  @Get('annual')
  report(@Who() caller: Caller, @Query() query: AnnualQueryDto): Promise<ReplyOf<'GET /reports/annual'>> {
    return this.annual.report(caller, query);
  }

  @Get('annual/evidence')
  evidence(
    @Who() caller: Caller,
    @Query() query: AnnualEvidenceQueryDto,
  ): Promise<ReplyOf<'GET /reports/annual/evidence'>> {
    return this.annual.evidence(caller, query);
  }

  @Get('annual.docx')
  docx(@Who() caller: Caller, @Query() query: AnnualQueryDto): Promise<StreamableFile> {
    return this.annual.file(caller, query, 'docx');
  }

  @Get('annual.xlsx')
  xlsx(@Who() caller: Caller, @Query() query: AnnualQueryDto): Promise<StreamableFile> {
    return this.annual.file(caller, query, 'xlsx');
  }
}
