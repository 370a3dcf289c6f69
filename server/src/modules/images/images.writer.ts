import { type EntityManager, In } from 'typeorm';
import { forUpdate } from '../../database/dialect';
import { byIndex, selectRows } from '../../database/rows';
import { AppError } from '../../http/app-error';
import { Image } from './image.entity';
import { ImagePiece } from './image-piece.entity';
import { ImageUse } from './image-use.entity';

/**
 * What an event or a session's report shows from now on, inside the caller's transaction; what nothing shows any more is
 * gone. Throws PICTURE_UNKNOWN for one that is not there.
 */
export async function showImages(manager: EntityManager, subjectId: string, shas: string[]): Promise<void> {
  const before = (await manager.findBy(ImageUse, { subjectId })).map(({ sha }) => sha);
  const added = [...new Set(shas)].filter((sha) => !before.includes(sha));
  const gone = before.filter((sha) => !shas.includes(sha));
  const there = await lockImages(manager, [...added, ...gone]);
  if (added.some((sha) => !there.has(sha))) throw new AppError('PICTURE_UNKNOWN');
  if (added.length) {
    const uses = added.map((sha) => ({ sha, subjectId }));
    await manager.insert(ImageUse, uses);
  }
  if (!gone.length) return;
  await manager.delete(ImageUse, { subjectId, sha: In(gone) });
  await dropUnused(manager, gone);
}

/** Those of these that nothing shows, gone with what they show. Call it with their rows locked. */
export async function dropUnused(manager: EntityManager, shas: string[]): Promise<void> {
  const uses = await manager.findBy(ImageUse, { sha: In(shas) });
  const unused = In(shas.filter((sha) => !uses.some((use) => use.sha === sha)));
  await manager.delete(Image, { sha: unused });
  await manager.delete(ImagePiece, { sha: unused });
}

/** Locks the rows of these pictures, whichever unit stored them; those there are. */
export async function lockImages(manager: EntityManager, shas: string[]): Promise<Set<string>> {
  if (!shas.length) return new Set();
  const bySha = `${byIndex(manager, Image, 'sha')} WHERE sha IN (:shas) ORDER BY sha, id ${forUpdate(manager)}`;
  return new Set((await selectRows(manager, Image, bySha, { shas }, ['sha'])).map(({ sha }) => sha));
}
