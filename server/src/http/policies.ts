import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access';
import { type Policy, policyOf } from './policy';

export type Handler = (...args: never[]) => unknown;

/** The policy of each of this application's routes; without one the server does not start. */
@Injectable()
export class Policies implements OnModuleInit {
  private readonly known = new Map<unknown, Policy>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws for what was no route when the server started. */
  of(handler: unknown): Policy {
    const policy = this.known.get(handler);
    if (!policy) throw new Error('a route without a policy');
    return policy;
  }

  onModuleInit(): void {
    const without = this.routes().flatMap(({ route, handler, base }) => {
      const policy = policyOf(route) ?? this.reflector.getAllAndOverride<Policy>(ACCESS, [handler, base]);
      if (!policy) return [route];
      if ((this.known.get(handler) ?? policy) !== policy) throw new Error(`one handler, two policies: ${route}`);
      this.known.set(handler, policy);
      return [];
    });
    if (without.length) throw new Error(`routes without a policy (http/policy.ts): ${without.join(', ')}`);
  }

  private routes(): { route: string; handler: Handler; base: Handler }[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      const base = metatype as Handler;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => prototype[name]!)
        .filter((handler) => Reflect.hasMetadata(PATH_METADATA, handler))
        .flatMap((handler) => routesOf(base, handler).map((route) => ({ route, handler, base })));
    });
  }
}

/** `GET /sessions/:id`, as the contract writes it; a handler may serve several. */
export function routesOf(base: Handler, handler: Handler): string[] {
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
  const [under, paths] = [base, handler].map((one) => Reflect.getMetadata(PATH_METADATA, one) as string | string[]);
  return [paths].flat().map((path) => `${method} /${`${under}/${path}`.split('/').filter(Boolean).join('/')}`);
}
