import { connect, type Socket } from 'node:net';

/** What to send: `requests` POSTs, or GETs, each once, over `conns` connections with one request in flight on each. */
export interface Load {
  ports: number[];
  conns: number;
  requests: number;
  /** Taken in turn. */
  paths: string[];
  /** GETs instead, by this tag; '' = without one. */
  etag?: string;
  body: string;
  /** One a request, instead of `body`. */
  bodies?: string[];
  /** One bearer token a request. */
  tokens?: string[];
  /** Idempotency keys are this and the request's number. */
  key: string;
  /** Who is told "busy" waits as long as they are told, and asks again. */
  patient?: boolean;
}

/** Status 0: the connection broke before an answer came. */
export interface Answer {
  request: number;
  status: number;
  body: string;
}

export interface Measured {
  perSecond: number;
  statuses: Record<number, number>;
  /** From sending to the whole answer, ms. */
  p50Ms: number;
  p99Ms: number;
}

/**
 * Fires the load and measures it. HTTP by hand, because on two cores a client library costs as much as the server
 * under test. `onAnswer` sees every answer. A connection that breaks is opened again, to the next port,
 * until `signal` ends it all.
 */
export async function fire(load: Load, onAnswer?: (answer: Answer) => void, signal?: AbortSignal): Promise<Measured> {
  const statuses: Record<number, number> = {};
  let next = 0;
  const took = new Float64Array(load.requests);
  const began = process.hrtime.bigint();
  const take = (): number | null => (next < load.requests && !signal?.aborted ? next++ : null);
  const answered = (answer: Answer) => {
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    took[answer.request] = performance.now() - took[answer.request]!;
    onAnswer?.(answer);
  };
  const conns = Math.min(load.conns, load.requests);
  await Promise.all(Array.from({ length: conns }, (_, i) => connection(load, i, take, answered, took, signal)));
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  took.sort();
  const share = (part: number) => took[Math.min(load.requests - 1, Math.floor(load.requests * part))]!;
  return { perSecond: load.requests / seconds, statuses, p50Ms: share(0.5), p99Ms: share(0.99) };
}

const REOPEN_MS = 50;

/** Sends one request after the other until `take` has no more. */
function connection(
  load: Load,
  place: number,
  take: () => number | null,
  answered: (answer: Answer) => void,
  took: Float64Array,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((done) => {
    let current = take();
    let port = place % load.ports.length;
    const open = () => {
      if (current === null || signal?.aborted) return done();
      let received = '';
      const socket: Socket = connect(load.ports[port]!, '127.0.0.1');
      const send = () => {
        if (current === null) {
          socket.destroy();
          return;
        }
        took[current] = performance.now();
        socket.write(requestText(load, current));
      };
      socket.setNoDelay(true);
      socket.once('connect', send);
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
        const answer = parse(received);
        if (!answer || current === null) return;
        received = '';
        answered({ request: current, status: answer.status, body: answer.body });
        if (load.patient && answer.status === 503) {
          setTimeout(send, 1000 * answer.retryAfter);
          return;
        }
        current = take();
        send();
      });
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        if (current !== null && socket.bytesWritten > 0) {
          answered({ request: current, status: 0, body: '' });
          current = take();
        }
        port = (port + 1) % load.ports.length;
        setTimeout(open, current === null ? 0 : REOPEN_MS);
      });
    };
    open();
  });
}

function requestText(load: Load, request: number): string {
  const token = load.tokens?.[request];
  const path = load.paths[request % load.paths.length];
  const access = token ? `authorization: Bearer ${token}\r\n` : '';
  if (load.etag !== undefined) {
    return `GET ${path} HTTP/1.1\r\nhost: bench\r\n${access}${load.etag && `if-none-match: ${load.etag}\r\n`}\r\n`;
  }
  const body = load.bodies?.[request] ?? load.body;
  return (
    `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
    `idempotency-key: ${load.key}-${request}\r\n${access}` +
    `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** The whole answer, or null while some of it is missing. */
function parse(received: string): { status: number; body: string; retryAfter: number } | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, end + 2))?.[1] ?? 0);
  const body = received.slice(end + 4);
  if (body.length < length) return null;
  return {
    status: Number(received.slice(9, 12)),
    body: Buffer.from(body, 'latin1').toString(),
    retryAfter: Number(/\r\nretry-after: (\d+)/i.exec(received.slice(0, end + 2))?.[1] ?? 0),
  };
}
