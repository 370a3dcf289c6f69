import type { Options } from 'pino-http';

/** What a failed statement carries of the rows it was about; which one it was (`query`, with `?` for values) stays. */
const STATEMENT = ['err.parameters', 'err.sql', 'err.driverError.sql'];

/** Paths hold ids only; headers, bodies and the values of statements hold tokens and people. */
export const loggingOptions = (level: string) =>
  ({
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie', ...STATEMENT],
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        url: url.split('?')[0],
      }),
    },
  }) satisfies Options;
