import { gunzipSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { PlanDecision, PlanRow as RowWire } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import { lockMode } from '../../database/dialect';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { Vault } from '../privacy/vault.service';
import { presentRow, type ReadRow } from './plan.presenter';
import { cellChanges, stillDecided } from './plan-diff.rules';
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
   * A sheet's rows under its import. Rows known from an earlier import of it keep id, decisions and event, and what they
   * said before; those no longer in the sheet stay behind the others as gone, drafts until the import after.
   */
  async replace(manager: EntityManager, plan: PlanImport, readings: readonly RowReading[], now: Date): Promise<void> {
    // Locked: a row made public between this look and the write below would be set back to a draft.
    const old = await manager.find(PlanRow, {
      where: { importId: plan.id },
      order: { position: 'ASC', id: 'ASC' },
      lock: lockMode(manager),
    });
    const again = old.length > 0;
    const marks = readings.map((reading, i) => this.markOf(readOf(reading), i + 1));
    const matches = matchRows(
      marks,
      old.map((row) => ({ ...this.markOf(this.open(row), row.position), contentHash: row.contentHash })),
    );
    const kept = new Set(matches.flatMap((at) => (at === null ? [] : [old[at]!.id])));
    const fresh: PlanRow[] = [];
    for (const [i, reading] of readings.entries()) {
      const known = matches[i] === null ? undefined : old[matches[i]!];
      const row = this.rowOf(manager, plan, readOf(reading), marks[i]!, known, now);
      if (known) await manager.save(PlanRow, row);
      else fresh.push(Object.assign(row, { change: again ? ('new' as const) : null }));
    }
    for (let i = 0; i < fresh.length; i += AT_ONCE) await manager.insert(PlanRow, fresh.slice(i, i + AT_ONCE));
    let behind = readings.length;
    for (const row of old.filter(({ id }) => !kept.has(id))) {
      behind += 1;
      if (row.change === 'gone' && !row.eventId && !row.decided.keep) await manager.delete(PlanRow, { id: row.id });
      else await manager.update(PlanRow, { id: row.id }, { position: behind, change: 'gone', before: null });
    }
  }

  /** What the sheet says in that row. */
  open(row: PlanRow): ReadRow {
    return this.opened(row.sheet);
  }

  /** The row as the desk shows it at `now`; `cancelled` = its event was. */
  present(row: PlanRow, plan: PlanImport, cancelled: boolean, now: Date): RowWire {
    return presentRow(row, this.open(row), row.before ? this.opened(row.before).cells : null, {
      programmeId: plan.programmeId,
      cancelled,
      now,
    });
  }

  private opened(sealed: string): ReadRow {
    return JSON.parse(gunzipSync(this.vault.openBytes(sealed)).toString()) as ReadRow;
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
      decided: known ? this.decidedStill(known, read) : {},
      change: known ? (known.contentHash === contentHash ? 'same' : 'changed') : null,
      before: known && known.contentHash !== contentHash ? known.sheet : null,
      published: known?.published ?? null,
      eventId: known?.eventId ?? null,
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    });
  }

  private decidedStill(known: PlanRow, { cells, findings }: ReadRow): PlanDecision {
    return stillDecided(known.decided, cellChanges(this.open(known).cells, cells), findings);
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
