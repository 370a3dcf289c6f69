import { ERRORS, type ErrorCode } from '@openday/shared/errors';
import type { ErrorDetail } from '@openday/shared/wire';

/** A refusal with a stable code; the filter turns it into the envelope. Status and sentence come from the code. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: ErrorDetail[],
  ) {
    super(code);
  }

  get status(): number {
    return ERRORS[this.code][0];
  }
}
