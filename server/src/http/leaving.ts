import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Whether this server has been told to stop: readiness is red then, and everything still answered. */
@Injectable()
export class Leaving {
  isTold = false;
}

/**
 * Ends the server so that nobody behind a balancer notices: `/health/ready` turns red; until the balancer sends
 * elsewhere everything is still answered, each answer closing its connection; then no new connection is taken, what was
 * begun is answered, and the database let go.
 */
export async function leave(app: NestFastifyApplication, sentElsewhere: Promise<unknown>): Promise<void> {
  app.get(Leaving).isTold = true;
  await sentElsewhere;
  // Before Nest ends its modules: what is still being answered needs them.
  await app.getHttpAdapter().getInstance().close();
  await app.close();
}
