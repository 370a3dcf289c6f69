import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ERRORS, type ErrorCode } from '@openday/shared/errors';
import type { ErrorBody } from '@openday/shared/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDuplicate, isTransient, isUnreachable } from '../database/dialect';
import { AppError } from './app-error';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  406: 'BAD_REQUEST',
  413: 'BODY_TOO_LARGE',
  415: 'BAD_REQUEST',
  429: 'TOO_MANY',
  503: 'BUSY',
};

/** Every refusal and failure leaves as `{code, message, details?, requestId}`; what we did not foresee is logged, and what the database lacks. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = toAppError(error);
    if (known.code === 'INTERNAL' || isUnreachable(error)) this.logger.error({ err: error, requestId: request.id });
    const body: ErrorBody = { code: known.code, message: ERRORS[known.code][1], requestId: request.id };
    if (known.details?.length) body.details = known.details;
    if (known.status === 503) void reply.header('retry-after', '2');
    // Whatever the route would have answered with: a calendar, a picture.
    void reply.status(known.status).type('application/json; charset=utf-8').send(body);
  }
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  // What lost every race it was allowed, or found no database, may be tried again by the asker.
  if (isUnreachable(error) || isTransient(error)) return new AppError('BUSY');
  // A name the database takes for another's, as MariaDB does with emoji: no try makes it new.
  if (isDuplicate(error)) return new AppError('DUPLICATE_NAME');
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  return new AppError((status && BY_STATUS[status]) || 'INTERNAL');
}
