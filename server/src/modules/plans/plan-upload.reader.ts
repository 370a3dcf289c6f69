import type { FastifyRequest } from 'fastify';
import { AppError } from '../../http/app-error';
import { validationPipe } from '../../http/validation.pipe';
import type { PlanSource } from './plan-worker.reader';
import { NewPlanImportDto } from './plans.dto';

export interface Upload {
  source: PlanSource;
  asked: NewPlanImportDto;
}

/**
 * The sheet of a request, as a file (multipart `file`) or as pasted text (JSON), with what was said about it.
 * @throws AppError BAD_REQUEST, BAD_FILE (no form, or broken off), FILE_TOO_LARGE
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    const asked = await checked(request.body ?? {});
    return { source: { text: asked.text ?? '' }, asked };
  }
  const { bytes, fields } = await readParts(request);
  const asked = await checked(fields);
  return { source: bytes ? { bytes } : { text: asked.text ?? '' }, asked };
}

async function readParts(request: FastifyRequest): Promise<{ bytes: Buffer | null; fields: Record<string, unknown> }> {
  let bytes: Buffer | null = null;
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') bytes = await part.toBuffer();
      else fields[part.fieldname] = part.fieldname === 'year' ? Number(part.value) : part.value;
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new AppError('FILE_TOO_LARGE');
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    // Broken off or no form at all: the parser's own errors carry no status.
    throw Object.assign(new AppError('BAD_FILE'), { cause: error });
  }
  return { bytes, fields };
}

async function checked(body: unknown): Promise<NewPlanImportDto> {
  return validationPipe().transform(body, { type: 'body', metatype: NewPlanImportDto }) as Promise<NewPlanImportDto>;
}
