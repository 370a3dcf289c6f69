import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyRequest } from 'fastify';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { readUpload } from './plan-upload.reader';
import { PlanDecisionDto, PlanDecisionsDto, PublishRowsDto } from './plans.dto';
import { PlansService } from './plans.service';

@Controller('plan-imports')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /plan-imports'>> {
    return this.plans.list(caller);
  }

  @Post()
  async create(@Who() caller: Caller, @Req() request: FastifyRequest): Promise<ReplyOf<'POST /plan-imports'>> {
    return this.plans.create(caller, await readUpload(request));
  }

  @Get(':id')
  detail(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /plan-imports/:id'>> {
    return this.plans.detail(caller, id);
  }

  @Patch(':id/rows/:row')
  decide(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('row', IdPipe) row: string,
    @Body() body: PlanDecisionDto,
  ): Promise<ReplyOf<'PATCH /plan-imports/:id/rows/:row'>> {
    return this.plans.decide(caller, id, { items: [{ row, decision: body }] }).then(({ items }) => items[0]!);
  }

  @Patch(':id/rows')
  decideAll(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: PlanDecisionsDto,
  ): Promise<ReplyOf<'PATCH /plan-imports/:id/rows'>> {
    return this.plans.decide(caller, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  publish(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: PublishRowsDto,
  ): Promise<ReplyOf<'POST /plan-imports/:id/publish'>> {
    return this.plans.publish(caller, id, body);
  }
}
