import { once } from 'node:events';
import { Agent, createServer, get, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { randomly } from './door-world';

/** A balancer as an operator sets it up: asks who is ready, keeps its connections open, and tries nothing twice. */
export interface Proxy {
  port: number;
  /** Another server in the place of one. */
  replace(old: number, port: number): void;
  /** Resolves when nothing is sent to a server any more, and nothing it was sent is unanswered. */
  left(port: number): Promise<void>;
  close(): Promise<void>;
}

const LOOK_MS = 50;

/**
 * `ports`: the servers', on this machine. What reaches no server is answered 502. With a `seed` the network is a bad one:
 * of ten requests one arrives twice, and two answers are lost.
 */
export async function openProxy(ports: number[], seed?: number): Promise<Proxy> {
  const luck = seed === undefined ? () => 1 : randomly(seed);
  let behind = [...ports];
  const ready = new Set(ports);
  const begun = new Map<number, number>();
  const count = (port: number, by: number) => begun.set(port, (begun.get(port) ?? 0) + by);
  let turn = 0;
  const agent = new Agent({ keepAlive: true });
  const look = (port: number) => {
    const asked = get({ port, path: '/health/ready', agent: false, timeout: 1000 }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) ready.add(port);
      else ready.delete(port);
    });
    asked.on('error', () => ready.delete(port));
  };
  const looking = setInterval(() => behind.forEach(look), LOOK_MS);
  const server = createServer((asked, answer) => {
    const able = behind.filter((port) => ready.has(port));
    const port = able[turn++ % able.length];
    if (!port) return answer.writeHead(502).end('nobody is ready');
    const { method, url: path, headers } = asked;
    count(port, 1);
    answer.once('close', () => count(port, -1));
    const drawn = luck();
    const to = { port, method, path, headers: { ...headers, connection: 'keep-alive' }, agent };
    // The double's answer reaches nobody.
    if (drawn < 0.1) asked.pipe(request(to, (reply) => reply.resume()).on('error', () => undefined));
    const onward = request(to, (reply) => {
      if (drawn >= 0.1 && drawn < 0.3) {
        reply.resume();
        answer.destroy();
        return;
      }
      const { connection, 'keep-alive': _, ...rest } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, rest);
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    onward.on('error', (error) => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end(error.message)));
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    replace: (old, port) => {
      behind = behind.map((one) => (one === old ? port : one));
    },
    left: async (port) => {
      while (ready.has(port) || begun.get(port)) await wait(LOOK_MS);
    },
    close: async () => {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
