import { Controller, Delete, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import type { FastifyRequest } from 'fastify';
import { type Caller, Who } from '../../http/access';
import { ShaPipe } from '../../http/sha.pipe';
import { ImageQueryDto } from './images.dto';
import { ImagesService } from './images.service';
import { readPictureFile } from './picture.reader';

@Controller('images')
export class ImagesController {
  constructor(private readonly images: ImagesService) {}

  @Post()
  async store(@Who() caller: Caller, @Req() request: FastifyRequest): Promise<ReplyOf<'POST /images'>> {
    return this.images.store(caller, await readPictureFile(request));
  }

  /** A day at most in caches: what is taken down is to be gone. */
  @Get(':sha')
  @Header('cache-control', 'public, max-age=86400')
  async show(@Param('sha', ShaPipe) sha: string, @Query() { size }: ImageQueryDto): Promise<StreamableFile> {
    const bytes = await this.images.bytes(sha, size ?? 'large');
    return new StreamableFile(bytes, { type: 'image/jpeg', length: bytes.length });
  }

  @Delete(':sha')
  remove(@Who() caller: Caller, @Param('sha', ShaPipe) sha: string): Promise<ReplyOf<'DELETE /images/:sha'>> {
    return this.images.remove(caller, sha);
  }
}
