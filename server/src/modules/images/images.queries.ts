import { type EntityManager, In } from 'typeorm';
import { Image } from './image.entity';

/** Those of these pictures that are there, in this order. */
export async function storedOf(manager: EntityManager, shas: string[]): Promise<string[]> {
  if (!shas.length) return [];
  const rows = await manager.find(Image, { select: { sha: true }, where: { sha: In(shas) } });
  const there = new Set(rows.map(({ sha }) => sha));
  return shas.filter((sha) => there.has(sha));
}
