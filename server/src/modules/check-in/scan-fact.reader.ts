import { readFileSync } from 'node:fs';
import type { ScanFact } from '@openday/shared/check-in';
import { type CodeFields, readCode } from '@openday/shared/check-in-code';
import Ajv from 'ajv';
import { contractFile } from '../../http/openapi';

/** An item of an upload that is what the contract says. */
export interface ReadFact {
  fact: ScanFact;
  /** What its code claims, unproven; null without one. */
  code: CodeFields | null;
  /** Whom it is about, by the code or by name. */
  registrationId: string | null;
  at: Date;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

const { definitions } = JSON.parse(readFileSync(contractFile(), 'utf8')) as { definitions: object };
const holds = new Ajv().compile<ScanFact>({ definitions, $ref: '#/definitions/ScanFact' });

/** Judges one item by the contract's own schema: a batch has hundreds, and a bad one blocks nothing. Null = malformed. */
export function readFact(item: unknown): ReadFact | null {
  if (!holds(item) || !INSTANT.test(item.at)) return null;
  const at = new Date(item.at);
  // On the calendar: no database takes 30 February.
  if (!(at.getTime() >= 0) || !at.toISOString().startsWith(item.at.slice(0, 19))) return null;
  const code = item.code === undefined ? null : readCode(item.code);
  const registrationId = (item.code === undefined ? item.registrationId : code?.registrationId) ?? null;
  return { fact: item, code, registrationId, at };
}

/** By which name a malformed item is answered. */
export function idOf(item: unknown): string {
  const id = (item as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 40) : '';
}
