import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import type { FastifyRequest } from 'fastify';

/** Who is asking, from the access token. */
export interface Caller {
  id: string;
  role: Role;
  organizerId: string | null;
  /** The organizer's path: its subtree is what the caller may touch. */
  path: string | null;
}

export type CallerRequest = FastifyRequest & { caller?: Caller };

export const ACCESS = 'openday:access';
export type AccessPolicy = 'public' | readonly Role[];

/** Every route says who may call it; the server does not start otherwise. */
export const Access = (...policy: ['public'] | Role[]) =>
  SetMetadata(ACCESS, policy[0] === 'public' ? 'public' : policy);

export const KNOWS_CALLER = 'openday:knows-caller';
/** The route itself refuses a caller whose account is gone: it need not be looked up before. */
export const KnowsCaller = () => SetMetadata(KNOWS_CALLER, true);

/** Who acts for a unit. */
export const ACTING: Role[] = ['organizer', 'district'];
/** Who sees a unit's desk; observers look only: the guard refuses them whatever changes something. */
export const DESK: Role[] = [...ACTING, 'observer'];
export const DOOR: Role[] = ['staff', 'organizer', 'district'];
export const ANYONE_SIGNED_IN: Role[] = ['resident', 'staff', 'organizer', 'district', 'observer'];

/** The signed-in caller. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<CallerRequest>().caller;
});
