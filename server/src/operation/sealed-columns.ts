import type { EntityManager, ObjectLiteral } from 'typeorm';
import { Account } from '../modules/accounts/account.entity';
import { Identity } from '../modules/accounts/identity.entity';
import { SecondFactor } from '../modules/auth/second-factor.entity';
import { Draw } from '../modules/events/draw.entity';
import { EventSession } from '../modules/events/session.entity';
import { ExportPiece } from '../modules/exports/export-piece.entity';
import { PlanRow } from '../modules/plans/plan-row.entity';
import { Response } from '../modules/questionnaires/response.entity';
import { Companion } from '../modules/registrations/companion.entity';
import { Invitation } from '../modules/registrations/invitation.entity';
import { Registration } from '../modules/registrations/registration.entity';
import { RegistrationAnswers } from '../modules/registrations/registration-answers.entity';
import { Suggestion } from '../modules/suggestions/suggestion.entity';
import { SuggestionStep } from '../modules/suggestions/suggestion-step.entity';
import { Webhook } from '../modules/webhooks/webhook.entity';
import { WechatToken } from '../modules/wechat/wechat-token.entity';

type Table = new () => ObjectLiteral;

const table = <T extends ObjectLiteral>(entity: new () => T, ...columns: (keyof T & string)[]): [Table, string[]] => [
  entity,
  columns,
];

/** Every column that holds what the vault sealed: one value, or a list of them. keys.spec.ts finds those that are missing. */
export const SEALED: readonly [Table, string[]][] = [
  table(Account, 'name', 'phone'),
  table(Identity, 'value'),
  table(SecondFactor, 'secret'),
  table(EventSession, 'doorKey', 'olderDoorKeys'),
  table(Draw, 'secret'),
  table(Registration, 'name', 'phone'),
  table(Companion, 'name'),
  table(RegistrationAnswers, 'answers', 'idNumbers'),
  table(Invitation, 'code'),
  table(Response, 'line'),
  table(Suggestion, 'name', 'phone', 'text'),
  table(SuggestionStep, 'text'),
  table(PlanRow, 'sheet', 'before'),
  table(ExportPiece, 'content'),
  table(Webhook, 'secret'),
  table(WechatToken, 'token'),
];

/** SQL: this column holds something sealed by this key. Base64 has no quotes, so a list is told by its own. */
export const sealedBy = (column: string, keyId: number): string =>
  `(\`${column}\` LIKE '${keyId}.%' OR \`${column}\` LIKE '%"${keyId}.%')`;

export interface KeyUse {
  /** Rows by the key that sealed something of theirs. */
  byKey: Map<number, number>;
  /** Rows with something that none of these keys sealed. */
  unknown: number;
}

/** Reads every table with sealed columns: a second for a million rows. */
export async function keyUse(manager: EntityManager, keyIds: number[]): Promise<KeyUse> {
  const use: KeyUse = { byKey: new Map(keyIds.map((id) => [id, 0])), unknown: 0 };
  for (const [entity, columns] of SEALED) {
    const { tableName } = manager.connection.getMetadata(entity);
    const by = (id: number) => columns.map((column) => sealedBy(column, id)).join(' OR ');
    const strange = columns.map((column) => {
      const known = keyIds.map((id) => sealedBy(column, id)).join(' OR ');
      return `(\`${column}\` LIKE '%.%' AND NOT (${known}))`;
    });
    const sums = [...keyIds.map((id) => `SUM(${by(id)}) AS by${id}`), `SUM(${strange.join(' OR ')}) AS strange`];
    const [row] = (await manager.query(`SELECT ${sums.join()} FROM \`${tableName}\``)) as [Record<string, unknown>];
    for (const id of keyIds) use.byKey.set(id, (use.byKey.get(id) ?? 0) + Number(row[`by${id}`]));
    use.unknown += Number(row.strange);
  }
  return use;
}
