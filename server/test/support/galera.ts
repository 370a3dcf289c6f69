import { once } from 'node:events';
import { type AddressInfo, createServer, connect as open, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startMariadb, type ThrowAwayMariadb } from './mariadb';
import { freePort } from './server-process';

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const JOIN_MS = 120_000;

/** A cluster of three on this machine, and the balancer in front of it, which sends everybody to one node. */
export interface Galera {
  nodes: ThrowAwayMariadb[];
  /** Through the balancer: `mysql://root@127.0.0.1:PORT`. */
  url: string;
  /** From now on this node: connections to the one before are cut, as HAProxy does with `shutdown-sessions`. */
  turnTo(node: number): void;
  /** A node that was stopped or killed, back in the cluster with everything the others have. */
  rejoin(node: number): Promise<void>;
  stop(): Promise<void>;
}

/** Throws when a node has not joined within two minutes, or `galera-4` or `rsync` are not installed. */
export async function startGalera(): Promise<Galera> {
  const ports = await Promise.all(Array.from({ length: 9 }, freePort));
  const groups = [0, 1, 2].map((node) => ports.slice(node * 3, node * 3 + 3) as [number, number, number]);
  const address = `gcomm://${groups.map(([group]) => `127.0.0.1:${group}`).join()}`;
  const nodes: ThrowAwayMariadb[] = [];
  for (const [i, [group, ist, sst]] of groups.entries()) {
    const node = await startMariadb({
      durable: true,
      firstArgs: i === 0 ? ['--wsrep-new-cluster'] : [],
      args: [
        '--wsrep-on=ON',
        `--wsrep-provider=${PROVIDER}`,
        `--wsrep-provider-options=base_port=${group};gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${ist};gcache.size=64M;pc.recovery=false`,
        '--wsrep-cluster-name=openday-test',
        `--wsrep-cluster-address=${address}`,
        `--wsrep-node-address=127.0.0.1:${group}`,
        `--wsrep-sst-receive-address=127.0.0.1:${sst}`,
        '--wsrep-sst-method=rsync',
        // A read waits for what others have committed before it: fresh on whichever node.
        '--wsrep-sync-wait=1',
        '--binlog-format=ROW',
        '--innodb-autoinc-lock-mode=2',
        '--innodb-lock-wait-timeout=5',
      ],
    });
    await synced(node);
    nodes.push(node);
  }
  const balancer = await openBalancer(nodes.map(({ port }) => port));
  return {
    nodes,
    url: `mysql://root@127.0.0.1:${balancer.port}`,
    turnTo: balancer.turnTo,
    rejoin: async (node) => {
      await nodes[node]!.start();
      await synced(nodes[node]!);
    },
    stop: async () => {
      balancer.close();
      for (const node of nodes) await node.stop();
    },
  };
}

async function synced({ url }: ThrowAwayMariadb): Promise<void> {
  for (const until = Date.now() + JOIN_MS; Date.now() < until; await wait(200))
    if ((await wsrepStatus(url, 'wsrep_local_state_comment')) === 'Synced') return;
  throw new Error('a node did not join the cluster');
}

/** One of `SHOW STATUS`; '' while the node does not answer. */
export async function wsrepStatus(url: string, name: string): Promise<string> {
  const connection = await createConnection(url).catch(() => null);
  if (!connection) return '';
  const [rows] = await connection.query<RowDataPacket[]>(`SHOW STATUS LIKE '${name}'`);
  await connection.end();
  return String(rows[0]?.Value ?? '');
}

async function openBalancer(ports: number[]) {
  let target = ports[0]!;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = open(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      // Either end's going, however, is the other's.
      one.on('error', () => other.destroy());
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    turnTo: (node: number) => {
      target = ports[node]!;
      cut();
    },
    close: () => {
      server.close();
      cut();
    },
  };
}
