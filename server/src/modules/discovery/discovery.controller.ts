import { Controller, Get, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { Access } from '../../http/access';
import { FindQueryDto, SessionQueryDto } from './discovery.dto';
import { DiscoveryService } from './discovery.service';

@Controller('sessions')
@Access('public')
export class DiscoveryController {
  constructor(private readonly discovery: DiscoveryService) {}

  @Get()
  discover(@Query() query: SessionQueryDto): Promise<ReplyOf<'GET /sessions'>> {
    return this.discovery.discover(query);
  }

  @Get('summary')
  summary(@Query() query: FindQueryDto): Promise<ReplyOf<'GET /sessions/summary'>> {
    return this.discovery.summary(query);
  }
}
