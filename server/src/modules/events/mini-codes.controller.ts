import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { IdPipe } from '../../http/id.pipe';
import { InviteCodeDto } from './mini-codes.dto';
import { MiniCodesService } from './mini-codes.service';

const asPicture = (bytes: Buffer) => new StreamableFile(bytes, { type: 'image/jpeg', length: bytes.length });

@Controller()
export class MiniCodesController {
  constructor(private readonly codes: MiniCodesService) {}

  @Get('events/:id/mini-code')
  @Header('cache-control', 'public, max-age=86400')
  async event(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return asPicture(await this.codes.ofEvent(id));
  }

  @Get('sessions/:id/mini-code')
  @Header('cache-control', 'public, max-age=86400')
  async session(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return asPicture(await this.codes.ofSession(id));
  }

  @Post('check-in/invites/mini-code')
  @HttpCode(200)
  async door(@Body() { token }: InviteCodeDto): Promise<ReplyOf<'POST /check-in/invites/mini-code'>> {
    return { image: (await this.codes.ofDoor(token)).toString('base64') };
  }
}
