import { gunzipSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { PlanDecision, PlanRow as RowWire } from '@openday/shared/plans';
import { type EntityManager, In } from 'typeorm';
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
/** Longer digits are ids. */
const PHONES = /(?<!\d)(?:0\d{2,3}[-—－ ]?)?\d{7,11}(?!\d)/g;
/** No text has this hash: the row's people are forgotten. */
export const FORGOTTEN = '';

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
    const read = readings.map((reading, i) => {
      const known = matches[i] === null ? undefined : old[matches[i]!];
      const row = this.rowOf(manager, plan, readOf(reading), marks[i]!, known, now);
      return known || !again ? row : { ...row, change: 'new' as const };
    });
    const kept = new Set(read.map(({ id }) => id));
    const gone = old.filter(({ id }) => !kept.has(id));
    const left = (row: PlanRow) => row.change === 'gone' && !row.eventId && !row.decided.keep;
    const behind = gone.map((row, i) => ({
      ...row,
      ...{ position: readings.length + 1 + i, change: 'gone' as const, before: null },
    }));
    const ended = gone.filter(left).map(({ id }) => id);
    if (ended.length) await manager.delete(PlanRow, { id: In(ended) });
    const rows = [...read, ...behind.filter((_, i) => !left(gone[i]!))];
    for (let i = 0; i < rows.length; i += AT_ONCE) await manager.upsert(PlanRow, rows.slice(i, i + AT_ONCE), ['id']);
  }

  /** The row without whom it names and how they are called; kept are what, when and where. */
  async forget(manager: EntityManager, row: PlanRow): Promise<void> {
    const { cells, values, findings } = this.open(row);
    const { contact: _, ...others } = cells;
    const read = JSON.stringify({
      cells: others,
      values: { ...values, contacts: [] },
      findings: findings.filter(({ field }) => field !== 'contact'),
    } satisfies ReadRow);
    const sheet = this.sealed(JSON.parse(read.replace(PHONES, '')) as ReadRow);
    await manager.update(PlanRow, { id: row.id }, { sheet, before: null, contentHash: FORGOTTEN });
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
    return openSheet(this.vault, sealed);
  }

  private sealed(read: ReadRow): string {
    return this.vault.seal(gzipSync(JSON.stringify(read)));
  }

  private rowOf(
    manager: EntityManager,
    plan: PlanImport,
    read: ReadRow,
    { position, contentHash }: Mark,
    known: PlanRow | undefined,
    now: Date,
  ): PlanRow {
    const sheet = this.sealed(read);
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
    const contentHash = sheetHash(this.vault, cells);
    return { position, contentHash, theme: values.theme, unit: values.unit, time: cells.time?.text ?? null };
  }
}

/** What a row's `sheet` holds. */
export const openSheet = (vault: Vault, sealed: string): ReadRow =>
  JSON.parse(gunzipSync(vault.openBytes(sealed)).toString()) as ReadRow;

/** `contentHash` of a row with these texts. */
export function sheetHash(vault: Vault, cells: ReadRow['cells']): string {
  const texts = Object.entries(cells).map(([field, cell]) => [field, cell.text.replace(/\s+/g, '')]);
  return vault.index('body', JSON.stringify(texts.filter(([field]) => field !== 'no').sort()));
}

function readOf({ row, values, findings }: RowReading): ReadRow {
  return { cells: row.cells, values, findings };
}
