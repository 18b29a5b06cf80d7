import type { ClientEventName, ClientToServerEvents, Permission } from '#libs/contracts';
import type { Actor } from '#libs/kernel';

export type SocketRequest<Name extends ClientEventName> = ClientToServerEvents[Name]['request'];
/** What a handler gives back; the server puts `ok: true` beside it. */
export type SocketAnswer<Name extends ClientEventName> = Omit<ClientToServerEvents[Name]['answer'], 'ok'>;

/** The connection an event came by. Rooms that it joins here are this socket's alone. */
export interface SocketLine {
  readonly id: string;
  join(rooms: readonly string[]): void;
  leave(rooms: readonly string[]): void;
  onClosed(action: () => void): void;
}

/** One thing clients may ask over a socket. */
export interface SocketEvent<Name extends ClientEventName> {
  /** Checked on every event, against the rights the person has at that moment. */
  readonly permission: Permission;
  /** JSON Schema (draft-07) of the request; compiled when the application boots. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Answers what the acknowledgement carries. A thrown DomainError becomes `{ok: false, error}`. */
  handle(actor: Actor, request: SocketRequest<Name>, line: SocketLine): Promise<SocketAnswer<Name>>;
}

/** The events of one feature, by name. */
export type SocketEventTable = { readonly [Name in ClientEventName]?: SocketEvent<Name> };

/** Writes a table with the types of every request and answer checked. */
export function socketEvents<Table extends SocketEventTable>(table: Table): Table {
  return table;
}
