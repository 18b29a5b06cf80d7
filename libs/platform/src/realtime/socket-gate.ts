import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Actor } from '#libs/kernel';
import { actorFor, Authenticator, mayActFor, Principals, Unauthenticated } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { newId } from '#libs/platform/database';

/** Whom a socket belongs to, from its handshake to its end. Ids only: it is kept for recovery. */
export interface SocketIdentity {
  readonly sessionId: string;
  readonly personId: string;
  /** Null for a person who acts for no organization. */
  readonly organizationId: string | null;
}

/** Who may open a socket, and who may keep it. */
@Injectable()
export class SocketGate {
  private readonly publicHost: string;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly principals: Principals,
    config: TtnConfig,
  ) {
    this.publicHost = new URL(config.PUBLIC_URL).host;
  }

  /**
   * A browser names the page that opens the connection, and only our own pages may. Checked here because CORS
   * does not stop a foreign page from opening a WebSocket. Programs send no Origin.
   */
  admitsOrigin({ headers }: IncomingMessage): boolean {
    if (headers.origin === undefined) return true;
    if (!URL.canParse(headers.origin)) return false;
    const { host } = new URL(headers.origin);
    return host === headers.host || host === this.publicHost;
  }

  /**
   * The identity for a handshake `{token, organizationId?}`.
   *
   * @throws DomainError auth/unauthenticated, auth/organization-required, auth/not-a-member,
   *   auth/organization-not-active
   */
  async admit(auth: Readonly<Record<string, unknown>>): Promise<SocketIdentity> {
    const { token, organizationId } = auth;
    if (typeof token !== 'string' || !isAbsentOrText(organizationId)) throw new Unauthenticated();
    const principal = await this.authenticator.authenticateToken(token);
    const active = principal.memberships.some(mayActFor);
    const actor = actorFor(
      principal,
      organizationId ?? undefined,
      newId(),
      active ? 'organization' : 'person',
    );
    return {
      sessionId: actor.sessionId,
      personId: actor.personId,
      organizationId: actor.organization?.id ?? null,
    };
  }

  /** The actor behind a socket with the rights of this moment. Throws what {@link admit} throws. */
  async actor(identity: SocketIdentity, requestId: string): Promise<Actor> {
    const principal = await this.principals.find(identity.sessionId);
    if (principal?.personId !== identity.personId) throw new Unauthenticated();
    const { organizationId } = identity;
    return actorFor(
      principal,
      organizationId ?? undefined,
      requestId,
      organizationId === null ? 'person' : 'organization',
    );
  }

  /** False when this identity may no longer hold a socket; throws only when that cannot be found out. */
  async stillAdmits(identity: SocketIdentity): Promise<boolean> {
    return (await this.rightsOf(identity)) !== undefined;
  }

  /**
   * The permissions of this identity in its organization at this moment; undefined when it may hold no socket.
   * Throws only when that cannot be found out.
   */
  async rightsOf({
    sessionId,
    personId,
    organizationId,
  }: SocketIdentity): Promise<ReadonlySet<string> | undefined> {
    const principal = await this.principals.find(sessionId);
    if (principal?.personId !== personId) return undefined;
    if (organizationId === null) return NONE;
    const admits = principal.memberships.some(
      (membership) => membership.organizationId === organizationId && mayActFor(membership),
    );
    return admits ? actorFor(principal, organizationId, sessionId).permissions : undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();

const isAbsentOrText = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';
