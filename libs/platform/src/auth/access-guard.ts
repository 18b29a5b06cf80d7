import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCOUNT_PERMISSIONS, type Permission } from '#libs/contracts';
import { actorFor, type ActingAs } from './actor-for.js';
import { PermissionMissing, Unauthenticated } from './auth.errors.js';
import { Authenticator } from './authenticator.js';
import { REQUIREMENT, type Requirement } from './requirement.js';

/** The one guard of every HTTP route: signed in, acting for an organization of one's own, allowed. Denies by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIREMENT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!requirement || context.getType() !== 'http') throw new PermissionMissing();
    if ('public' in requirement) return true;
    return this.admit(context.switchToHttp().getRequest<FastifyRequest>(), requirement.permission);
  }

  private async admit(request: FastifyRequest, permission: Permission): Promise<boolean> {
    const token = bearerToken(request.headers.authorization);
    if (token === undefined) throw new Unauthenticated();
    const principal = await this.authenticator.authenticateToken(token);
    const actor = actorFor(principal, namedOrganization(request), request.id, actingAs(permission));
    if (!actor.permissions.has(permission)) throw new PermissionMissing();
    request.actor = actor;
    return true;
  }
}

const accountPermissions: ReadonlySet<Permission> = new Set(ACCOUNT_PERMISSIONS);
const actingAs = (permission: Permission): ActingAs =>
  accountPermissions.has(permission) ? 'person' : 'organization';

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}

function namedOrganization(request: FastifyRequest): string | undefined {
  const named = request.headers['x-organization-id'];
  return Array.isArray(named) ? named.join() : named?.toLowerCase();
}
