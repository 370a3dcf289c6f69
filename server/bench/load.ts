import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

export interface Load {
  url: string;
  conns: number;
  requests: number;
  body: object;
  /** One bearer token a request, used once. */
  tokens?: string[];
}

export interface Measured {
  perSecond: number;
  refused: number;
}

/** Sends exactly `requests` POSTs over `conns` connections, each with a key of its own. */
export async function load({ url, conns, requests, body, tokens }: Load): Promise<Measured> {
  let next = 0;
  const began = process.hrtime.bigint();
  const result = await autocannon({
    url,
    connections: conns,
    amount: requests,
    sampleInt: 100,
    method: 'POST',
    body: JSON.stringify(body),
    requests: [
      {
        setupRequest: (request) => {
          const token = tokens?.[next++];
          return {
            ...request,
            headers: {
              'content-type': 'application/json',
              'idempotency-key': randomUUID(),
              ...(token && { authorization: `Bearer ${token}` }),
            },
          };
        },
      },
    ],
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return { perSecond: result.requests.total / seconds, refused: result.non2xx + result.errors };
}

export const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
