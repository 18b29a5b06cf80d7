import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { NotFound } from '#libs/kernel';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { isId } from '#libs/platform/database';
import { type NotificationSettings, takesDigest, wants } from '../domain/settings.js';
import { TYPE_GROUPS, type TypeGroup } from '../domain/type-groups.js';

/** What a link in a mail stops: mail about one kind of things, or the mail of the day. */
export const STOP_SCOPES = [...TYPE_GROUPS.filter((group) => group !== 'security'), 'digest'] as const;
export type StopScope = Exclude<TypeGroup, 'security'> | 'digest';

/** Whether a person wants mail of this kind. */
export function wantsMail(settings: NotificationSettings, scope: StopScope): boolean {
  return scope === 'digest' ? takesDigest(settings) : wants(settings, scope, 'mail');
}

/**
 * Links that stop mail without signing in (RFC 8058). Whoever has the mail may stop it; signed, so that nobody stops
 * that of others, and good for as long as mails are kept.
 */
@Injectable()
export class StopLinks {
  private readonly key: Buffer;
  private readonly site: string;

  constructor({ TTN_SECRET, PUBLIC_URL }: TtnConfig) {
    this.key = deriveKey(TTN_SECRET, 'stop-mail');
    this.site = PUBLIC_URL.replace(/\/$/, '');
  }

  /** The page that asks whether to stop; a POST to the same address stops at once. */
  addressFor(personId: string, scope: StopScope): string {
    return `${this.site}/unsubscribe?token=${personId}.${scope}.${this.mark(personId, scope)}`;
  }

  /** @throws NotFound when it is not one of ours */
  read(token: string): { personId: string; scope: StopScope } {
    const [personId = '', scope = '', mark = ''] = token.split('.');
    const known = STOP_SCOPES.find((each) => each === scope);
    const given = Buffer.from(mark);
    const right = Buffer.from(this.mark(personId, scope));
    if (!known || !isId(personId) || given.length !== right.length || !timingSafeEqual(given, right))
      throw new NotFound();
    return { personId, scope: known };
  }

  private mark(personId: string, scope: string): string {
    return createHmac('sha256', this.key).update(`${personId}.${scope}`).digest('base64url').slice(0, 32);
  }
}
