import { Injectable } from '@nestjs/common';
import type { StoredImage } from '@openday/shared/contract-images';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { inScope, lockOrganizer, organizerInScope } from '../organizers/scope.queries';
import { Image } from './image.entity';
import { ImagePiece } from './image-piece.entity';
import { ImageUse } from './image-use.entity';
import { lockImages } from './images.writer';
import { type Picture, readPicture } from './picture.reader';

const PIECE_BYTES = 60_000;

/** Pictures units store, in the database so that every replica and every backup has them. */
@Injectable()
export class ImagesService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly audit: AuditWriter,
  ) {}

  /** The same picture again is the same one. Throws NOT_A_PICTURE. */
  async store(caller: Caller, bytes: Buffer): Promise<StoredImage> {
    const picture = await readPicture(bytes);
    const { sha, width, height } = picture;
    await this.database.write(async (manager) => {
      const { id: organizerId } = await organizerInScope(manager, caller.organizerId, caller);
      await lockOrganizer(manager, organizerId);
      const there = await lockImages(manager, [sha]);
      if (there.has(sha) && (await manager.existsBy(Image, { sha, organizerId }))) return;
      if (!there.has(sha)) await this.writePieces(manager, picture);
      const image = { id: this.ids.next(), organizerId, sha, width, height, createdAt: await databaseNow(manager) };
      await manager.insert(Image, image);
      await this.audit.append(manager, { accountId: caller.id, act: 'image.store', target: ['image', image.id] });
    });
    return { sha, width, height };
  }

  /** Everybody's to see who has its name. Throws NOT_FOUND. */
  async bytes(sha: string, size: 'small' | 'large'): Promise<Buffer> {
    const pieces = await this.database.read.find(ImagePiece, { where: { sha, size }, order: { no: 'ASC' } });
    if (!pieces.length) throw new AppError('NOT_FOUND');
    return Buffer.concat(pieces.map(({ bytes }) => bytes));
  }

  /** Gone wherever it was shown, unless another unit stored it too. Throws NOT_FOUND for what is not the caller's. */
  async remove(caller: Caller, sha: string): Promise<{ ok: true }> {
    await this.database.write(async (manager) => {
      const own = await inScope(manager.createQueryBuilder(Image, 'i'), 'i', caller)
        .where('i.sha = :sha', { sha })
        .getMany();
      if (!own.length) throw new AppError('NOT_FOUND');
      for (const { id } of own) {
        await manager.delete(Image, { id });
        await this.audit.append(manager, { accountId: caller.id, act: 'image.remove', target: ['image', id] });
      }
      if (await manager.existsBy(Image, { sha })) return;
      await manager.delete(ImagePiece, { sha });
      await manager.delete(ImageUse, { sha });
    });
    return { ok: true };
  }

  private async writePieces(manager: EntityManager, { sha, large, small }: Picture): Promise<void> {
    for (const [size, bytes] of Object.entries({ large, small }))
      for (let no = 0; no * PIECE_BYTES < bytes.length; no++) {
        const piece = bytes.subarray(no * PIECE_BYTES, (no + 1) * PIECE_BYTES);
        // Left over where it was taken down while somebody stored it: written over.
        await manager.save(ImagePiece, { sha, size, no, bytes: piece });
      }
  }
}
