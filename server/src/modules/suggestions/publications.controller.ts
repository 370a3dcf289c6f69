import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { PageQuery } from '../../http/fields';
import { IdPipe } from '../../http/id.pipe';
import { PublicationsService } from './publications.service';
import { PublicationRefusalDto } from './suggestions.dto';

@Controller()
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get('desk/publications')
  list(@Who() caller: Caller, @Query() query: PageQuery): Promise<ReplyOf<'GET /desk/publications'>> {
    return this.publications.list(caller, query);
  }

  @Post('suggestions/:id/publication/approve')
  @HttpCode(200)
  approve(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
  ): Promise<ReplyOf<'POST /suggestions/:id/publication/approve'>> {
    return this.publications.approve(caller, id);
  }

  @Post('suggestions/:id/publication/refuse')
  @HttpCode(200)
  refuse(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: PublicationRefusalDto,
  ): Promise<ReplyOf<'POST /suggestions/:id/publication/refuse'>> {
    return this.publications.refuse(caller, id, reason);
  }
}
