import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** A 64-bit id as 19 digits: one type in both databases, and text order is number order (docs/decisions/0004). */
const ID = { type: 'varchar', length: 19, charset: 'ascii' } as const;

export const PrimaryId = () => PrimaryColumn(ID);
/** Part of a primary key that counts. */
export const PrimaryCount = () => PrimaryColumn({ type: 'int' });
export const IdColumn = (options: ColumnOptions = {}) => Column({ ...ID, ...options });
/** A code as primary key: made by a device, or a hash. */
export const PrimaryCode = (length: number) => PrimaryColumn({ type: 'varchar', length, charset: 'ascii' });
/** UTC with milliseconds. */
export const InstantColumn = (options: ColumnOptions = {}) => Column({ type: 'datetime', precision: 3, ...options });
/** Codes, hex hashes, sealed values; never compared by case. */
export const CodeColumn = (length: number, options: ColumnOptions = {}) =>
  Column({ type: 'varchar', length, charset: 'ascii', ...options });
export const TextColumn = (length: number, options: ColumnOptions = {}) =>
  Column({ type: 'varchar', length, charset: 'utf8mb4', ...options });
export const LongTextColumn = (options: ColumnOptions = {}) => Column({ type: 'text', charset: 'utf8mb4', ...options });
export const JsonColumn = (options: ColumnOptions = {}) =>
  Column({ type: 'simple-json', charset: 'utf8mb4', ...options });
/** At most 64 kB. The embedded database's driver hands out bare memory. */
export const BytesColumn = () =>
  Column({
    type: 'blob',
    transformer: { to: (bytes: Buffer) => bytes, from: (found: Buffer | ArrayBuffer) => Buffer.from(found as Buffer) },
  });
export const CountColumn = (options: ColumnOptions = {}) => Column({ type: 'int', default: 0, ...options });
/** GCJ-02 degrees. */
export const Coordinate = (options: ColumnOptions = {}) => Column({ type: 'double', ...options });
