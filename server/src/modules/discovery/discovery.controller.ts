import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { SessionQuery } from '@openday/shared/find';
import type { FastifyReply } from 'fastify';
import { Access } from '../../http/access';
import { ContractQueryPipe } from '../../http/contract-query.pipe';
import { FindQueryDto, SessionQueryDto } from './discovery.dto';
import { DiscoveryService } from './discovery.service';

@Controller('sessions')
@Access('public')
export class DiscoveryController {
  constructor(private readonly discovery: DiscoveryService) {}

  /** `Page<SessionCard>`, mostly as text that is ready. */
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  async discover(
    @Query(new ContractQueryPipe('SessionQuery', SessionQueryDto)) query: SessionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'GET /sessions'> | string> {
    const page = await this.discovery.discover(query);
    if (!('text' in page)) return page;
    void reply.header('etag', page.tag);
    return page.text;
  }

  @Get('summary')
  summary(@Query() query: FindQueryDto): Promise<ReplyOf<'GET /sessions/summary'>> {
    return this.discovery.summary(query);
  }
}
