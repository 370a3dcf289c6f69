import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import type { FastifyRequest } from 'fastify';
import type { Policy } from './policy';

/** Who is asking, from the access token, and how far they reach with this request. */
export interface Caller {
  id: string;
  role: Role;
  organizerId: string | null;
  /** The organizer's path: its subtree is what the caller may touch. Null where the policy's scope is not `unit`. */
  path: string | null;
  /** Which of their sign-ins it is. */
  signInId?: string;
}

export type CallerRequest = FastifyRequest & { caller?: Caller };

export const ACCESS = 'openday:access';
/** The policy of a route that is no part of the contract: health, metrics. All others are in the table (policy.ts). */
export const Access = (policy: Policy) => SetMetadata(ACCESS, policy);

export const KNOWS_CALLER = 'openday:knows-caller';
/** The route itself refuses a caller whose account is gone: it need not be looked up before. */
export const KnowsCaller = () => SetMetadata(KNOWS_CALLER, true);

/** Who acts for a unit. */
export const ACTING: Role[] = ['organizer', 'district'];
/** Who sees a unit's desk. */
export const DESK: Role[] = [...ACTING, 'observer'];

/** The signed-in caller. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<CallerRequest>().caller;
});
