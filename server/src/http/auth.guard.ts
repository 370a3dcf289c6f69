import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type AccessPolicy, type Caller, type CallerRequest, KNOWS_CALLER } from './access';
import { AccessTokens } from './access-token';
import { AppError } from './app-error';
import { LiveCallers } from './live-callers';

/** What an observer may do, whatever a route's policy says. */
const LOOKS = ['GET', 'HEAD'];

/** Reads the bearer token and holds each route to its declared policy. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly live: LiveCallers,
  ) {}

  /** Without a promise where nothing is to be looked up. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(ACCESS, route);
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) request.caller = this.tokens.verify(header.slice(7));
    const { caller } = request;
    if (!caller) {
      if (policy === 'public') return true;
      throw new AppError('UNAUTHENTICATED');
    }
    if (caller.role === 'resident') {
      hold(policy, request, caller);
      if (policy === 'public' || this.reflector.getAllAndOverride(KNOWS_CALLER, route)) return true;
      return this.standing(policy, request, caller);
    }
    const known = this.live.known(caller.id);
    if (!known) return this.standing(policy, request, caller);
    request.caller = known;
    return hold(policy, request, known);
  }

  /** As the account is now: the token says who it is, no longer what it may. */
  private async standing(policy: AccessPolicy | undefined, request: CallerRequest, { id }: Caller): Promise<true> {
    const now = await this.live.standing(id);
    // As with a token that ended: the phone signs out by itself.
    if (!now) throw new AppError('TOKEN_EXPIRED');
    request.caller = now;
    return hold(policy, request, now);
  }
}

/** Throws FORBIDDEN. */
function hold(policy: AccessPolicy | undefined, { method }: CallerRequest, { role }: Caller): true {
  if (policy === 'public') return true;
  if (!policy?.includes(role) || (role === 'observer' && !LOOKS.includes(method))) throw new AppError('FORBIDDEN');
  return true;
}
