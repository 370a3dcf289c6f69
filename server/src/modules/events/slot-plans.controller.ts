import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { NewSlotPlanDto, SlotPlanChangeDto } from './slot-plans.dto';
import { SlotPlansService } from './slot-plans.service';

@Controller('slot-plans')
export class SlotPlansController {
  constructor(private readonly slots: SlotPlansService) {}

  @Get()
  list(@Who() caller: Caller): Promise<ReplyOf<'GET /slot-plans'>> {
    return this.slots.list(caller);
  }

  @Post()
  create(@Who() caller: Caller, @Body() body: NewSlotPlanDto): Promise<ReplyOf<'POST /slot-plans'>> {
    return this.slots.create(caller, body);
  }

  @Post(':id/make')
  @HttpCode(200)
  make(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<ReplyOf<'POST /slot-plans/:id/make'>> {
    return this.slots.make(caller, id);
  }

  @Patch(':id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { paused }: SlotPlanChangeDto,
  ): Promise<ReplyOf<'PATCH /slot-plans/:id'>> {
    return this.slots.change(caller, id, paused);
  }
}
