import { gunzipSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockMode } from '../../database/dialect';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { Vault } from '../privacy/vault.service';
import type { ReadRow } from './plan.presenter';
import type { PlanImport } from './plan-import.entity';
import { type Mark, matchRows } from './plan-match.rules';
import { PlanRow } from './plan-row.entity';
import type { RowReading } from './plan-row.rules';

/** Bytes a TEXT column holds. */
const MOST_SEALED = 65_000;
const AT_ONCE = 100;

/** Writes a sheet's rows inside the caller's transaction, and opens what they keep sealed. */
@Injectable()
export class PlanRowWriter {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
  ) {}

  /**
   * A sheet's rows under its import. Rows known from an earlier import of it keep id, decisions and event; drafts that
   * are no longer in the sheet go; what was already made public stays.
   */
  async replace(manager: EntityManager, plan: PlanImport, readings: readonly RowReading[], now: Date): Promise<void> {
    // Locked: a row made public between this look and the write below would be set back to a draft.
    const old = await manager.find(PlanRow, {
      where: { importId: plan.id },
      order: { position: 'ASC', id: 'ASC' },
      lock: lockMode(manager),
    });
    const marks = readings.map((reading, i) => this.markOf(readOf(reading), i + 1));
    const matches = matchRows(
      marks,
      old.map((row) => ({ ...this.markOf(this.open(row), row.position), contentHash: row.contentHash })),
    );
    const kept = new Set(matches.flatMap((at) => (at === null ? [] : [old[at]!.id])));
    const gone = old.filter(({ id, state }) => !kept.has(id) && (state === 'draft' || state === 'skipped'));
    const fresh: PlanRow[] = [];
    for (const [i, reading] of readings.entries()) {
      const known = matches[i] === null ? undefined : old[matches[i]!];
      const row = this.rowOf(manager, plan, readOf(reading), marks[i]!, known, now);
      if (!known) fresh.push(row);
      else if (known.contentHash !== row.contentHash || known.position !== row.position)
        await manager.save(PlanRow, row);
    }
    for (const { id } of gone) await manager.delete(PlanRow, { id });
    for (let i = 0; i < fresh.length; i += AT_ONCE) await manager.insert(PlanRow, fresh.slice(i, i + AT_ONCE));
  }

  /** What the sheet says in that row. */
  open(row: PlanRow): ReadRow {
    return JSON.parse(gunzipSync(this.vault.openBytes(row.sheet)).toString()) as ReadRow;
  }

  private rowOf(
    manager: EntityManager,
    plan: PlanImport,
    read: ReadRow,
    { position, contentHash }: Mark,
    known: PlanRow | undefined,
    now: Date,
  ): PlanRow {
    const sheet = this.vault.seal(gzipSync(JSON.stringify(read)));
    if (sheet.length > MOST_SEALED) throw new AppError('FILE_TOO_LARGE');
    return manager.create(PlanRow, {
      id: known?.id ?? this.ids.next(),
      importId: plan.id,
      organizerId: plan.organizerId,
      position,
      contentHash,
      state: known?.state ?? 'draft',
      sheet,
      decided: known?.decided ?? {},
      change: null,
      before: null,
      publicHash: known?.publicHash ?? null,
      eventId: known?.eventId ?? null,
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    });
  }

  private markOf({ cells, values }: ReadRow, position: number): Mark {
    const texts = Object.entries(cells).map(([field, cell]) => [field, cell.text.replace(/\s+/g, '')]);
    const content = JSON.stringify(texts.filter(([field]) => field !== 'no').sort());
    const contentHash = this.vault.index('body', content);
    return { position, contentHash, theme: values.theme, unit: values.unit, time: cells.time?.text ?? null };
  }
}

function readOf({ row, values, findings }: RowReading): ReadRow {
  return { cells: row.cells, values, findings };
}
