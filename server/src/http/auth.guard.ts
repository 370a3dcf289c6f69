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

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(ACCESS, route);
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) request.caller = this.tokens.verify(header.slice(7));
    if (policy === 'public') return true;
    if (!request.caller) throw new AppError('UNAUTHENTICATED');
    if (!policy?.includes(request.caller.role)) throw new AppError('FORBIDDEN');
    if (request.caller.role === 'observer' && !LOOKS.includes(request.method)) throw new AppError('FORBIDDEN');
    // Only residents delete themselves; without a promise where nothing is to be looked up.
    if (request.caller.role !== 'resident' || this.reflector.getAllAndOverride(KNOWS_CALLER, route)) return true;
    return this.standing(request.caller);
  }

  private async standing({ id }: Caller): Promise<boolean> {
    // As with a token that ended: the phone signs out by itself.
    if (!(await this.live.lives(id))) throw new AppError('TOKEN_EXPIRED');
    return true;
  }
}
