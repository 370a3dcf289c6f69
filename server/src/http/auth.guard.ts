import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, type CallerRequest, KNOWS_CALLER } from './access';
import { AccessTokens } from './access-token';
import { AppError } from './app-error';
import { LiveCallers } from './live-callers';
import { Policies } from './policies';
import type { Policy } from './policy';
import { SignInEnds } from './sign-in-ends';

/** Reads the bearer token and holds each route to its policy. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly policies: Policies,
    private readonly tokens: AccessTokens,
    private readonly live: LiveCallers,
    private readonly ends: SignInEnds,
  ) {}

  /** Without a promise where nothing is to be looked up. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handler = context.getHandler();
    const policy = this.policies.of(handler);
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer ')) {
      if (policy.nobody) return true;
      throw new AppError('UNAUTHENTICATED');
    }
    const caller = request.caller ?? this.tokens.verify(header.slice(7));
    if (caller.signInId && this.ends.isEnded(caller.signInId)) throw new AppError('TOKEN_EXPIRED');
    if (caller.role === 'resident') {
      const held = hold(policy, request, caller);
      if (policy.nobody || this.reflector.get(KNOWS_CALLER, handler)) return held;
    }
    const known = this.live.known(caller.id);
    if (known) return hold(policy, request, { ...known, signInId: caller.signInId });
    return this.standing(policy, request, caller);
  }

  /** As the account is now: the token says who it is, no longer what it may. */
  private async standing(policy: Policy, request: CallerRequest, { id, signInId }: Caller): Promise<true> {
    const now = await this.live.standing(id);
    // As with a token that ended: the phone signs out by itself.
    if (!now) throw new AppError('TOKEN_EXPIRED');
    return hold(policy, request, { ...now, signInId });
  }
}

/** Gives the request its caller, with a unit only where the policy's scope is one. Throws FORBIDDEN. */
function hold(policy: Policy, request: CallerRequest, caller: Caller): true {
  const scope = policy[caller.role];
  if (!scope) throw new AppError('FORBIDDEN');
  request.caller = scope === 'unit' ? caller : { ...caller, organizerId: null, path: null };
  return true;
}
