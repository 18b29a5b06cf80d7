import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const MAX_CLIENTS = 4;
const MAX_STATE_CHARACTERS = 2_000;

/** Who a caret belongs to, as everybody sees it. */
export interface Writer {
  readonly personId: string;
  readonly displayName: string;
}

/**
 * Lets a line speak for its own carets alone, and under the name of its person: clients send what they please, and
 * echo what they heard of others.
 */
export class OwnPresence {
  private readonly clients = new Set<number>();

  constructor(private readonly writer: Writer) {}

  /**
   * The part of a presence update that is this line's own to say, or null when nothing of it is.
   *
   * @throws Error when the update cannot be read
   */
  filter(update: Uint8Array): Uint8Array | null {
    const decoder = decoding.createDecoder(update);
    const kept: [client: number, clock: number, state: string][] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = this.ownState(client, decoding.readVarString(decoder));
      if (state !== null) kept.push([client, clock, state]);
    }
    return kept.length > 0 ? encoded(kept) : null;
  }

  private ownState(client: number, json: string): string | null {
    if (json.length > MAX_STATE_CHARACTERS) return null;
    const state = JSON.parse(json) as unknown;
    if (state === null) return this.clients.has(client) ? 'null' : null;
    if (typeof state !== 'object') return null;
    const { user, cursor, field } = state as { user?: unknown; cursor?: unknown; field?: unknown };
    const { personId, color } = (user ?? {}) as { personId?: unknown; color?: unknown };
    if (personId !== this.writer.personId || !this.mayBe(client)) return null;
    return JSON.stringify({
      user: { personId, name: this.writer.displayName, ...(isColor(color) && { color }) },
      ...(cursor !== undefined && { cursor }),
      ...(typeof field === 'string' && { field }),
    });
  }

  private mayBe(client: number): boolean {
    if (this.clients.size < MAX_CLIENTS) this.clients.add(client);
    return this.clients.has(client);
  }
}

/** The client draws with it: nothing but a colour may get there. */
const isColor = (value: unknown): value is string =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);

function encoded(entries: readonly (readonly [number, number, string])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}
