import { Controller, Get, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { ProgressService } from './progress.service';
import { ProgressQueryDto } from './suggestions.dto';

@Controller('progress')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  figures(): Promise<ReplyOf<'GET /progress'>> {
    return this.progress.figures();
  }

  @Get('answers')
  answers(@Query() query: ProgressQueryDto): Promise<ReplyOf<'GET /progress/answers'>> {
    return this.progress.answers(query);
  }
}
