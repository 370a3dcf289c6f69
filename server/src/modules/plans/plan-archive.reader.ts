import { type Entry, fromBufferPromise } from 'yauzl';
import { AppError } from '../../http/app-error';

/** All parts of an .xlsx or .docx together, inflated. */
const MOST_BYTES = 50 * 1024 * 1024;
/** One part that is read here: 5,000 rows of Word's wordiest. */
const MOST_KEPT = 24 * 1024 * 1024;
const MOST_PARTS = 2_000;
/** No office program writes one; it is how entities grow. */
const DOCTYPE = '<!DOCTYPE';

export interface Archive {
  names: Set<string>;
  /** The parts asked for. */
  parts: Map<string, Buffer>;
}

/**
 * Inflates a whole zip under one limit, whatever sizes it claims, and keeps the parts asked for.
 * @throws AppError BAD_FILE (broken, climbs out of its folder, holds a document type), FILE_TOO_LARGE, FILE_LOCKED
 */
export async function readArchive(bytes: Buffer, isWanted: (name: string) => boolean): Promise<Archive> {
  try {
    return await partsOf(bytes, isWanted);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // yauzl has no codes: a part that inflates to more than it claims is told by its sentence.
    const grows = error instanceof Error && error.message.startsWith('too many bytes');
    throw Object.assign(new AppError(grows ? 'FILE_TOO_LARGE' : 'BAD_FILE'), { cause: error });
  }
}

async function partsOf(bytes: Buffer, isWanted: (name: string) => boolean): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > MOST_PARTS) throw new AppError('FILE_TOO_LARGE');
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError('FILE_LOCKED');
  const claimed = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (claimed > MOST_BYTES) throw new AppError('FILE_TOO_LARGE');
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
    const isKept = isWanted(entry.fileName);
    if (isKept && entry.uncompressedSize > MOST_KEPT) throw new AppError('FILE_TOO_LARGE');
    const part = Buffer.alloc(isKept ? entry.uncompressedSize : 0);
    let at = 0;
    let tail: Buffer = Buffer.alloc(0);
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // Its end goes before the next chunk: the word may stand on both.
      if (isXml && Buffer.concat([tail, chunk]).includes(DOCTYPE)) throw new AppError('BAD_FILE');
      tail = chunk.subarray(-DOCTYPE.length);
      if (isKept) at += chunk.copy(part, at);
    }
    if (isKept) parts.set(entry.fileName, part);
  }
  return { names: new Set(entries.map(({ fileName }) => fileName)), parts };
}
