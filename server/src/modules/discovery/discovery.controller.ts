import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { SessionQuery } from '@openday/shared/find';
import type { FastifyReply } from 'fastify';
import { ContractQueryPipe } from '../../http/contract-query.pipe';
import { FindQueryDto, SessionQueryDto } from './discovery.dto';
import { DiscoveryService } from './discovery.service';

@Controller('sessions')
export class DiscoveryController {
  constructor(private readonly discovery: DiscoveryService) {}

  /** `Page<SessionCard>`, mostly as bytes that are ready. */
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  async discover(
    @Query(new ContractQueryPipe('SessionQuery', SessionQueryDto)) query: SessionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<'GET /sessions'> | Buffer> {
    const page = await this.discovery.discover(query);
    if (!('bytes' in page)) return page;
    void reply.header('etag', page.tag);
    return page.bytes;
  }

  @Get('summary')
  summary(@Query() query: FindQueryDto): Promise<ReplyOf<'GET /sessions/summary'>> {
    return this.discovery.summary(query);
  }
}
