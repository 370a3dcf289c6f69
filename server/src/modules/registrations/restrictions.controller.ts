import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { DeskReasonDto } from './registrations.dto';
import { RestrictionsService } from './restrictions.service';

@Controller()
export class RestrictionsController {
  constructor(private readonly restrictions: RestrictionsService) {}

  @Get('restrictions')
  list(@Who() caller: Caller, @Query() query: PageQuery): Promise<ReplyOf<'GET /restrictions'>> {
    return this.restrictions.list(caller, query);
  }

  @Get('me/restrictions')
  mine(@Who() caller: Caller): Promise<ReplyOf<'GET /me/restrictions'>> {
    return this.restrictions.mine(caller);
  }

  @Post('restrictions/:id/clear')
  @HttpCode(200)
  clear(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: DeskReasonDto,
  ): Promise<ReplyOf<'POST /restrictions/:id/clear'>> {
    return this.restrictions.clear(caller, id, body.reason);
  }
}
