import type { ErrorCode } from '@openday/shared/errors';
import type { ErrorBody, ErrorDetail } from '@openday/shared/wire';
import { everyone } from './text/everyone';

/** A refusal or failure: `message` is Chinese and can be shown as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The server's code; OFFLINE where nothing was reached. */
    readonly code: ErrorCode | 'OFFLINE',
    message: string,
    /** HTTP status, 0 where nothing was reached. */
    readonly status: number,
    readonly details: ErrorDetail[] = [],
    readonly requestId: string | null = null,
    /** Seconds the server asks to wait, if it said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

export function offline(): ApiError {
  return new ApiError('OFFLINE', everyone.offline, 0);
}

/** Reads a refused reply; one that is not ours (a proxy's page) counts as the server not being there. */
export function refusal(status: number, data: unknown, retryAfter: number | null): ApiError {
  if (isErrorBody(data)) {
    return new ApiError(data.code, data.message, status, data.details ?? [], data.requestId, retryAfter);
  }
  return new ApiError(status >= 500 ? 'NOT_READY' : 'INTERNAL', everyone.notOurs, status, [], null, retryAfter);
}

function isErrorBody(data: unknown): data is ErrorBody {
  return typeof data === 'object' && data !== null && 'code' in data && 'message' in data;
}
