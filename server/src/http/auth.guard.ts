import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type AccessPolicy, type CallerRequest } from './access';
import { AccessTokens } from './access-token';
import { AppError } from './app-error';

/** Reads the bearer token and holds each route to its declared policy. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) request.caller = this.tokens.verify(header.slice(7));
    if (policy === 'public') return true;
    if (!request.caller) throw new AppError('UNAUTHENTICATED');
    if (!policy?.includes(request.caller.role)) throw new AppError('FORBIDDEN');
    return true;
  }
}
