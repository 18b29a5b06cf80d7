import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Page } from '#libs/kernel';
import { TtnConfig } from '#libs/platform/config';
import { InvalidCursor } from './http.errors.js';

const MAC_BYTES = 16;
/** Most lists are read from their beginning: few pages make most of the cursors. */
const REMEMBERED = 4_096;

/**
 * Opaque list cursors: the sort key of the last row, signed together with the list's scope, so that a cursor
 * is worth nothing on another list, for another organization or under other filters.
 */
@Injectable()
export class Cursors {
  private readonly secret: KeyObject;
  /** Signatures of cursors that were given out, by what they sign. */
  private readonly signatures = new LRUCache<string, Uint8Array>({ max: REMEMBERED });

  constructor(config: TtnConfig) {
    const secret = hkdfSync('sha256', config.TTN_SECRET, '', 'ttn list cursor', 32);
    this.secret = createSecretKey(new Uint8Array(secret));
  }

  /**
   * The sort key to continue after; undefined on the first page.
   *
   * @param scope a stable string of the list, its owner and its filters, the same as given to {@link page}
   * @throws InvalidCursor 422
   */
  read<Key>(cursor: string | undefined, scope: string): Key | undefined {
    if (cursor === undefined) return undefined;
    const bytes = Buffer.from(cursor, 'base64url');
    const mac = bytes.subarray(0, MAC_BYTES);
    const payload = bytes.toString('utf8', MAC_BYTES);
    // Compared as text too: base64url decoding forgives characters that were not there.
    const genuine = payload.length > 0 && bytes.toString('base64url') === cursor;
    if (!genuine || !timingSafeEqual(mac, this.sign(signedText(payload, scope)))) throw new InvalidCursor();
    return JSON.parse(payload) as Key;
  }

  /**
   * One page of `rows`, of which the caller fetched `limit + 1`: the extra one only tells that there is more.
   *
   * @param keyOf the sort key of a row, as JSON; what {@link read} gives back for the next page
   */
  page<Row>(rows: readonly Row[], limit: number, scope: string, keyOf: (row: Row) => unknown): Page<Row> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    if (rows.length <= limit || last === undefined) return { items, nextCursor: null };
    return { items, nextCursor: this.seal(keyOf(last), scope) };
  }

  /** The cursor that {@link read} gives `key` back for; for lists that know themselves where they go on. */
  seal(key: unknown, scope: string): string {
    const payload = JSON.stringify(key);
    const signed = signedText(payload, scope);
    const signature = this.sign(signed);
    this.signatures.set(signed, signature);
    return Buffer.concat([signature, Buffer.from(payload)]).toString('base64url');
  }

  private sign(signed: string): Uint8Array {
    return (
      this.signatures.get(signed) ??
      createHmac('sha256', this.secret).update(signed).digest().subarray(0, MAC_BYTES)
    );
  }
}

const signedText = (payload: string, scope: string): string => `${scope}\0${payload}`;
