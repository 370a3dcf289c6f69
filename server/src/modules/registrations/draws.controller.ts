import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { DrawsService } from './draws.service';
import { DrawDto } from './registrations.dto';

@Controller('sessions')
export class DrawsController {
  constructor(private readonly draws: DrawsService) {}

  @Get(':id/draw')
  view(@Param('id', IdPipe) id: string): Promise<ReplyOf<'GET /sessions/:id/draw'>> {
    return this.draws.view(id);
  }

  @Post(':id/draw')
  @HttpCode(200)
  draw(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: DrawDto,
  ): Promise<ReplyOf<'POST /sessions/:id/draw'>> {
    return this.draws.draw(caller, id, body.publicNumber);
  }
}
