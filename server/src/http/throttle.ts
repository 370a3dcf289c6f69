import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config';
import type { CallerRequest } from './access';
import { AccessTokens } from './access-token';
import { AppError } from './app-error';

const MINUTE = 60_000;
/** Accounts and addresses counted at once; more, and the oldest begin anew. */
const COUNTED = 100_000;

/**
 * So many requests a minute for an account; for who is not signed in, or with a token that is none, for their address.
 * A carrier puts thousands behind one address, so those signed in are never counted by it. Each replica counts for itself:
 * this keeps a flood out; what must hold exactly (guesses, seats) is counted in the database.
 */
export async function throttle(app: NestFastifyApplication, config: Config): Promise<void> {
  const tokens = app.get(AccessTokens);
  await app.register(fastifyRateLimit, {
    cache: COUNTED,
    timeWindow: MINUTE,
    max: (request: CallerRequest) => (request.caller ? config.accountLimit : config.addressLimit),
    keyGenerator: (request: CallerRequest) => {
      request.caller = genuine(tokens, request);
      return request.caller?.id ?? request.ip;
    },
    // Health is asked by machines, pages are files.
    allowList: ({ url }) => !url.startsWith('/api/'),
    errorResponseBuilder: () => new AppError('TOO_MANY'),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
}

/** The caller of a good token; whether one is needed, and what it may, is the guard's to say. */
function genuine(tokens: AccessTokens, { headers }: CallerRequest): CallerRequest['caller'] {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    return tokens.verify(token);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
