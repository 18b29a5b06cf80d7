import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#libs/kernel';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { FileLinkInvalid } from '../domain/file.errors.js';

const LIFETIME_MS = 60_000;

/** Whom a link was given to: it serves nobody whose session has ended, or who left the organization. */
export interface LinkHolder {
  readonly personId: string;
  readonly sessionId: string;
  readonly organizationId: string | null;
}

export interface ContentLink {
  /** Of this server, without host. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** Addresses of contents for `<img>` and downloads, which send no token: signed, of one person, for a minute. */
@Injectable()
export class ContentLinks {
  private readonly key: Buffer;

  constructor(config: TtnConfig) {
    this.key = deriveKey(config.TTN_SECRET, 'file-link');
  }

  sign({ personId, sessionId, organization }: Actor, fileId: string): ContentLink {
    const expiresAt = new Date(Date.now() + LIFETIME_MS);
    const holder = [personId, sessionId, organization?.id ?? '', expiresAt.getTime()].join('.');
    const ticket = `${Buffer.from(holder).toString('base64url')}.${this.signature(fileId, holder)}`;
    return { url: `/api/v1/files/${fileId}/content?ticket=${ticket}`, expiresAt };
  }

  /** @throws FileLinkInvalid 403 when it is altered, of another file or too old */
  open(fileId: string, ticket: string): LinkHolder {
    const [encoded = '', signature = ''] = ticket.split('.');
    const holder = Buffer.from(encoded, 'base64url').toString();
    const expected = Buffer.from(this.signature(fileId, holder));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new FileLinkInvalid();
    const [personId = '', sessionId = '', organizationId = '', expires = ''] = holder.split('.');
    if (Number(expires) < Date.now()) throw new FileLinkInvalid();
    return { personId, sessionId, organizationId: organizationId || null };
  }

  private signature(fileId: string, holder: string): string {
    return createHmac('sha256', this.key).update(`${fileId}.${holder}`).digest('base64url');
  }
}
