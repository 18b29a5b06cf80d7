import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '#libs/kernel';
import { actorFor, Principals } from '#libs/platform/auth';
import { FileLinkInvalid, FileNotReady, FileQuarantined } from '../domain/file.errors.js';
import { isPicture, VARIANT_TYPE } from '../domain/pictures.js';
import type { StoredFile } from '../domain/stored-file.js';
import { contentKey, FileStorage, variantKey } from '../storage/file-storage.js';
import { ContentLinks, type LinkHolder } from './content-links.js';
import { FileAccess } from './file-access.js';

export interface OpenedContent {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes to come; unknown of the smaller versions. */
  readonly size: number | undefined;
  /** Pictures, which were encoded here, may be shown by a browser; everything else is only handed over. */
  readonly inline: boolean;
  readonly bytes: Readable;
}

/**
 * The bytes behind a signed link. Whoever it was given to is asked for anew: session, seat and leave to read.
 *
 * @throws FileLinkInvalid 403; NotFound; FileNotReady, FileQuarantined 409
 */
@Injectable()
export class OpenContent {
  constructor(
    private readonly links: ContentLinks,
    private readonly principals: Principals,
    private readonly access: FileAccess,
    private readonly storage: FileStorage,
  ) {}

  /** @param width of the smaller version wanted; where there is none, the picture itself is given */
  async execute(fileId: string, ticket: string, requestId: string, width?: number): Promise<OpenedContent> {
    const actor = await this.holder(this.links.open(fileId, ticket), requestId);
    const file = await this.access.load(actor, fileId);
    if (file.state === 'quarantined') throw new FileQuarantined();
    if (file.state === 'scanning') throw new FileNotReady();
    return this.open(file, width);
  }

  private async open(file: StoredFile, width: number | undefined): Promise<OpenedContent> {
    const { name, sha256 } = file;
    if (width !== undefined && file.variants.includes(width)) {
      const bytes = await this.storage.read(variantKey(sha256, width));
      return { name: `${name}.webp`, mediaType: VARIANT_TYPE, size: undefined, inline: true, bytes };
    }
    const bytes = await this.storage.read(contentKey(sha256));
    return { name, mediaType: file.mediaType, size: file.size, inline: isPicture(file.mediaType), bytes };
  }

  private async holder(
    { personId, sessionId, organizationId }: LinkHolder,
    requestId: string,
  ): Promise<Actor> {
    const principal = await this.principals.find(sessionId);
    const seat = principal?.memberships.some((membership) => membership.organizationId === organizationId);
    if (principal?.personId !== personId || !seat || organizationId === null) throw new FileLinkInvalid();
    const actor = actorFor(principal, organizationId, requestId);
    if (!actor.permissions.has('file.read')) throw new FileLinkInvalid();
    return actor;
  }
}
