import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { AppError } from '../../http/app-error';

const MOST_BYTES = 5 * 1024 * 1024;
/** What a phone takes today, and no more memory than for that. */
const MOST_PIXELS = 60_000_000;
const FORMATS = ['jpeg', 'png', 'webp'];
/** Longest side, px. */
const LARGE = 1600;
const SMALL = 480;

// A few at a time in the library's own threads, nothing kept between them.
sharp.cache(false);
sharp.concurrency(1);

/** A picture as it is shown: turned upright, in two sizes, without anything the camera wrote into it. */
export interface Picture {
  /** SHA-256 of the large one, hex. */
  sha: string;
  width: number;
  height: number;
  large: Buffer;
  small: Buffer;
}

/** The file of a multipart request. Throws BAD_FILE without one, PICTURE_TOO_LARGE. */
export async function readPictureFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new AppError('BAD_FILE');
  try {
    const part = await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } });
    if (part) return await part.toBuffer();
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new AppError('PICTURE_TOO_LARGE');
    // Broken off or no form at all.
    throw Object.assign(new AppError('BAD_FILE'), { cause: error });
  }
  throw new AppError('BAD_FILE');
}

/** Told by its content, whatever it is called. Throws NOT_A_PICTURE. */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  try {
    const { format, pages = 1 } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (!format || !FORMATS.includes(format) || pages > 1) throw new AppError('NOT_A_PICTURE');
    const large = await sized(bytes, LARGE);
    const { data: small } = await sized(bytes, SMALL);
    const { width, height } = large.info;
    return { sha: createHash('sha256').update(large.data).digest('hex'), width, height, large: large.data, small };
  } catch (error) {
    // Cut off, damaged or too many pixels: the library says why, a person can only take another one.
    throw error instanceof AppError ? error : Object.assign(new AppError('NOT_A_PICTURE'), { cause: error });
  }
}

/** Written anew as JPEG, which leaves behind where and when it was taken. */
const sized = (bytes: Buffer, side: number) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
