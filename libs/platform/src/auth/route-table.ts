import { Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { REQUIREMENT, type Requirement } from './requirement.js';

/** One HTTP route and what it asks of its caller. */
export interface Route {
  /** e.g. `GET`. */
  readonly method: string;
  /** e.g. `/api/v1/organizations/:id`. */
  readonly path: string;
  /** e.g. `OrganizationsController.read`. */
  readonly handler: string;
  readonly requirement: Requirement | undefined;
}

type Handler = (...parameters: never[]) => unknown;

/** Every route of every controller. An application with a route that declares no permission does not start. */
@Injectable()
export class RouteTable implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter((route) => !route.requirement);
    if (open.length === 0) return;
    const list = open.map((route) => `  - ${route.method} ${route.path} (${route.handler})`).join('\n');
    throw new Error(`These routes declare neither @RequirePermission nor @Public:\n${list}`);
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => this.routesOf(metatype as Type, name, prototype[name]));
    });
  }

  private routesOf(controller: Type, name: string, handler?: Handler): Route[] {
    const verb = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || verb === undefined) return [];
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIREMENT, [
      handler,
      controller,
    ]);
    return paths(controller).flatMap((base) =>
      paths(handler).map((path) => ({
        method: RequestMethod[verb],
        path: `/${base}/${path}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''),
        handler: `${controller.name}.${name}`,
        requirement,
      })),
    );
  }
}

function paths(target: object): string[] {
  return [Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined]
    .flat()
    .map((path) => path ?? '');
}
