import { Injectable } from '@nestjs/common';
import { Ajv, type ValidateFunction } from 'ajv';
import { type ClientEventName, type Permission, PERMISSIONS } from '#libs/contracts';
import { type Actor, DomainError, type FieldError, InvalidInput } from '#libs/kernel';
import { PermissionMissing } from '#libs/platform/auth';
import type { SocketEvent, SocketEventTable, SocketLine } from './socket-event-table.js';

/** What is known of an event from outside; for documents and tests. */
export interface SocketEventSummary {
  readonly name: string;
  readonly permission: Permission;
  readonly schema: Readonly<Record<string, unknown>>;
}

interface CompiledEvent extends SocketEventSummary {
  readonly validate: ValidateFunction;
  handle(actor: Actor, request: unknown, line: SocketLine): Promise<object>;
}

/** Everything clients may ask over sockets. Features fill it while the application boots. */
@Injectable()
export class SocketEventRegistry {
  private readonly events = new Map<string, CompiledEvent>();
  private readonly ajv = new Ajv({ allErrors: true, strict: true });

  /** Refuses to boot with an event that names no permission, has no schema, or has a handler already. */
  register(table: SocketEventTable): void {
    for (const [name, event] of Object.entries<SocketEvent<ClientEventName>>(table)) {
      if (this.events.has(name)) throw new Error(`Socket event ${name} has two handlers.`);
      if (!PERMISSIONS.includes(event.permission))
        throw new Error(`Socket event ${name} names no permission.`);
      this.events.set(name, {
        name,
        permission: event.permission,
        schema: event.schema,
        validate: this.ajv.compile(event.schema),
        handle: (actor, request, line) =>
          event.handle(actor, request as Parameters<typeof event.handle>[1], line),
      });
    }
  }

  /** Every event, by name; the table the architecture test and the documents are held against. */
  summaries(): SocketEventSummary[] {
    return [...this.events.values()].map(({ name, permission, schema }) => ({ name, permission, schema }));
  }

  /**
   * Checks right and shape, then handles; answers what the acknowledgement carries beside `ok`.
   *
   * @throws DomainError realtime/unknown-event, auth/permission-missing, request/invalid, and what the handler throws
   */
  async handle(actor: Actor, name: string, request: unknown, line: SocketLine): Promise<object> {
    const event = this.events.get(name);
    if (!event) throw new UnknownEvent();
    if (!actor.permissions.has(event.permission)) throw new PermissionMissing();
    // Bytes are an object to a schema, with every method of a Buffer as a field.
    if (ArrayBuffer.isView(request)) throw new InvalidInput([{ pointer: '', code: 'field/type' }]);
    if (!event.validate(request)) throw new InvalidInput(fieldErrors(event.validate));
    return event.handle(actor, request, line);
  }
}

export class UnknownEvent extends DomainError {
  constructor() {
    super('realtime/unknown-event', 'not-found', { detail: 'There is no such event.' });
  }
}

export class TooManyEvents extends DomainError {
  constructor() {
    super('realtime/too-many-events', 'rate-limited', {
      detail: 'This connection sends more than can be answered. Wait for the answers.',
      retryAfterSeconds: 1,
    });
  }
}

/** The same pointers and codes as HTTP: `/body` with `field/type`, `field/unknown` for a field nobody asked for. */
function fieldErrors({ errors }: ValidateFunction): FieldError[] {
  return (errors ?? []).map(({ instancePath, keyword, params, message }) => {
    const { missingProperty, additionalProperty } = params as Readonly<Record<string, string | undefined>>;
    const property = missingProperty ?? additionalProperty;
    const pointer = property === undefined ? instancePath : `${instancePath}/${escape(property)}`;
    const code = additionalProperty === undefined ? `field/${kebab(keyword)}` : 'field/unknown';
    return { pointer, code, ...(message && { detail: message }) };
  });
}

const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
