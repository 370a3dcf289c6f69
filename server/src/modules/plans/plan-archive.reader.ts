import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../http/app-error';

/** All parts of an .xlsx together, inflated. */
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_PARTS = 2_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The parts of a zip by name, inflated under a common limit, whatever sizes the file claims.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE
 */
export function readArchive(bytes: Buffer): Map<string, Buffer> {
  try {
    return partsOf(bytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new AppError('FILE_TOO_LARGE');
    throw new AppError('BAD_FILE');
  }
}

function partsOf(bytes: Buffer): Map<string, Buffer> {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new AppError('FILE_TOO_LARGE');
  let at = bytes.readUInt32LE(end + 16);
  let left = MOST_BYTES;
  const parts = new Map<string, Buffer>();
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new AppError('BAD_FILE');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.includes('..') || name.startsWith('/')) throw new AppError('BAD_FILE');
    const part = inflate(bytes, at, left);
    if (/\.(?:xml|rels)$/i.test(name) && part.subarray(0, 2_000).includes('<!DOCTYPE')) throw new AppError('BAD_FILE');
    left -= part.length;
    parts.set(name, part);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new AppError('BAD_FILE');
}

function inflate(bytes: Buffer, entry: number, left: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (packed.length !== size) throw new AppError('BAD_FILE');
  if (method === 0) {
    if (size > left) throw new AppError('FILE_TOO_LARGE');
    return packed;
  }
  if (method !== 8) throw new AppError('BAD_FILE');
  if (left <= 0) throw new AppError('FILE_TOO_LARGE');
  return inflateRawSync(packed, { maxOutputLength: left });
}
