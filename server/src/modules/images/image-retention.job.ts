import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Image } from './image.entity';
import { ImageUse } from './image-use.entity';
import { dropUnused, lockImages } from './images.writer';

/** A form is filled in within a week. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const PIECE = 20;

/** Takes away pictures that were sent and never shown anywhere; in pieces, and twice changes nothing. */
@Injectable()
export class ImageRetentionJob {
  constructor(private readonly database: Database) {}

  @Cron('45 4 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removePiece();
    return removed;
  }

  private removePiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const before = new Date((await databaseNow(manager)).getTime() - KEPT_DAYS * DAY_MS);
      const old = await manager
        .createQueryBuilder(Image, 'i')
        .leftJoin(ImageUse, 'u', 'u.sha = i.sha')
        .where({ createdAt: LessThan(before) })
        .andWhere('u.sha IS NULL')
        .orderBy('i.id')
        .limit(PIECE)
        .getMany();
      const shas = old.map(({ sha }) => sha);
      if (!shas.length) return 0;
      await lockImages(manager, shas);
      await dropUnused(manager, shas);
      return shas.length;
    });
  }
}
