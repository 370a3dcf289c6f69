import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Between servers and their MariaDB, to act at a named moment of what they say to each other. */
export interface DatabaseProxy {
  port: number;
  /**
   * At the next statement like this: before it reaches the database, or once the database has done it and nobody was told.
   * The connection ends there. Resolves when `act` has.
   */
  at(statement: RegExp, when: 'before' | 'after', act: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Longer than the database takes from the first answer to statements that travel together to the last. */
const DONE_MS = 200;

export async function openDatabaseProxy(port: number): Promise<DatabaseProxy> {
  let awaited: { statement: RegExp; when: 'before' | 'after'; act: () => void } | null = null;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(port, '127.0.0.1');
    /** What is to be done when the database has answered. */
    let held: (() => void) | null = null;
    const cut = () => {
      client.destroy();
      database.destroy();
    };
    const act = (what: () => void) => {
      what();
      cut();
    };
    open.add(client);
    for (const end of [client, database]) end.on('error', cut).on('close', cut);
    client.on('close', () => open.delete(client));
    client.on('data', (said) => {
      if (awaited?.statement.test(said.toString('latin1'))) {
        const at = awaited;
        awaited = null;
        if (at.when === 'before') return act(at.act);
        held = at.act;
      }
      database.write(said);
    });
    database.on('data', (said) => {
      if (!held) return client.write(said);
      setTimeout(act, DONE_MS, held);
      database.removeAllListeners('data').resume();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    at: (statement, when, act) =>
      new Promise((resolve, reject) => {
        awaited = { statement, when, act: () => void act().then(resolve, reject) };
      }),
    close: async () => {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
