import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PassThrough, type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/**
 * A file that only the holder of its key can read, and nobody can alter unseen: a line of JSON, then AES-256-GCM over
 * gzip, then the tag (16 bytes), which covers the line too.
 */

const CIPHER = 'aes-256-gcm';
const TAG = 16;
const LONGEST_HEAD = 4096;

/** What anybody may read of the file. */
export interface Head {
  openday: 'backup';
  database: 'mariadb' | 'embedded';
  /** ISO 8601, UTC. */
  madeAt: string;
  iv: string;
}

/** Writes the file whole or not at all. Throws what `content` throws. */
export async function writeSealed(file: string, key: Buffer, about: Omit<Head, 'iv'>, content: AsyncIterable<Buffer>) {
  const part = `${file}.part`;
  const iv = randomBytes(12);
  const head = Buffer.from(`${JSON.stringify({ ...about, iv: iv.toString('base64') } satisfies Head)}\n`);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(head);
  const framed = async function* (sealed: AsyncIterable<Buffer>) {
    yield head;
    yield* sealed;
    yield cipher.getAuthTag();
  };
  try {
    await pipeline(content, createGzip(), cipher, framed, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Reads the whole file once to prove that nothing of it was altered; then `content` streams it. Throws in words. */
export async function openSealed(file: string, key: Buffer): Promise<{ head: Head; content: () => Readable }> {
  const { line, head, tag, size } = await readFrame(file);
  const sealed = () => createReadStream(file, { start: line.length, end: size - TAG - 1 });
  const decipher = () => createDecipheriv(CIPHER, key, Buffer.from(head.iv, 'base64')).setAAD(line).setAuthTag(tag);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(sealed(), decipher(), nowhere);
  } catch (cause) {
    throw new Error(`${file}：打不开。不是用现在的 BACKUP_KEY 封的，或者文件不完整、被改过`, { cause });
  }
  return {
    head,
    content: () => {
      const plain = new PassThrough();
      pipeline(sealed(), decipher(), createGunzip(), plain).catch((error: Error) => plain.destroy(error));
      return plain;
    },
  };
}

async function readFrame(file: string): Promise<{ line: Buffer; head: Head; tag: Buffer; size: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const first = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
    const line = first.buffer.subarray(0, first.buffer.indexOf('\n') + 1);
    const head = JSON.parse(line.toString() || 'null') as Head | null;
    if (head?.openday !== 'backup' || size < line.length + TAG) throw new SyntaxError(file);
    const { buffer: tag } = await handle.read(Buffer.alloc(TAG), 0, TAG, size - TAG);
    return { line, head, tag, size };
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Error(`${file}：不是 OpenDay 的备份`, { cause });
    throw cause;
  } finally {
    await handle.close();
  }
}
