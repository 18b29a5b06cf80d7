import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';

/** What comes back to an address: what its reader answers, or what mail servers report of it. */
export type ReturnKind = 'reply' | 'bounce';

const MARKS: Readonly<Record<ReturnKind, string>> = { reply: 'r', bounce: 'b' };
const ID_LENGTH = 26;
const MARK_LENGTH = 16;

/**
 * Addresses that say which mail something comes back to (VERP), signed so that nobody makes one up. Mail servers may
 * fold letters, and take 64 characters before the `@`: base 32 of the id and of a mark of 80 bits.
 */
@Injectable()
export class MailAddresses {
  private readonly key: Buffer;
  private readonly inbox: { readonly local: string; readonly domain: string } | null;

  constructor({ TTN_SECRET, MAIL_INBOUND_ADDRESS: address }: TtnConfig) {
    this.key = deriveKey(TTN_SECRET, 'mail-address');
    const [local = '', domain = ''] = address?.split('@') ?? [];
    this.inbox = address === undefined ? null : { local, domain };
  }

  /** Whether mail is taken in at all. */
  get isOpen(): boolean {
    return this.inbox !== null;
  }

  /** Null where no mail is taken in. */
  of(kind: ReturnKind, mailId: string): string | null {
    if (!this.inbox) return null;
    const id = base32(mailId.replaceAll('-', ''), ID_LENGTH);
    return `${this.inbox.local}+${MARKS[kind]}${id}${this.mark(kind, id)}@${this.inbox.domain}`;
  }

  /** Which mail an address is of; undefined for any other address. */
  read(address: string): { readonly kind: ReturnKind; readonly mailId: string } | undefined {
    const [, letter, id = '', mark = ''] =
      /\+([rb])([0-9a-v]{26})([0-9a-v]{16})@/.exec(address.toLowerCase()) ?? [];
    const kind = letter === MARKS.reply ? 'reply' : letter === MARKS.bounce ? 'bounce' : undefined;
    if (!kind || !timingSafeEqual(Buffer.from(mark), Buffer.from(this.mark(kind, id)))) return undefined;
    const number = [...id].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n);
    const hex = number.toString(16).padStart(32, '0');
    return { kind, mailId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
  }

  private mark(kind: ReturnKind, id: string): string {
    const digest = createHmac('sha256', this.key).update(`${kind} ${id}`).digest('hex');
    return base32(digest.slice(0, 20), MARK_LENGTH);
  }
}

const base32 = (hex: string, length: number): string => BigInt(`0x${hex}`).toString(32).padStart(length, '0');
