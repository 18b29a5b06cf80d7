import { Injectable } from '@nestjs/common';
import { Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { DomainError, NotFound } from '#libs/kernel';
import { MoreThanAnnounced, OffsetMismatch, TusVersion, UploadBusy } from '../domain/file.errors.js';
import type { Upload } from '../data/file.repository.js';
import { fileIdOf, FileStorage, uploadKey } from '../storage/file-storage.js';
import { UploadLeases } from './upload-leases.js';
import { uploadRequest } from './upload-request.js';

export const UPLOADS_PATH = '/api/v1/files/uploads';
/** Of the tus protocol. */
export const VERSION = '1.0.0';
/** What tus answers before it looks at the bytes, however many there are. */
const REFUSED_UNREAD = [404, 409, 410];
/** How long a request that another one waits for may still write what it has. */
const DRAIN_MS = 250;

/** What tus answered. */
export interface TusAnswer {
  /** Fit to be sent on: `Tus-Resumable`, `Location`, `Upload-Offset` … */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes that have arrived; undefined where the answer does not say. */
  readonly offset: number | undefined;
}

const ANSWERED = [
  'tus-resumable',
  'location',
  'upload-offset',
  'upload-length',
  'upload-expires',
  'upload-metadata',
] as const;

/**
 * The tus protocol (1.0.0: creation, expiration, termination by our own verb), behind routes that have already
 * asked who it is and whose upload it is. Its refusals become ours.
 */
@Injectable()
export class TusUploads {
  private readonly server: Server;
  private readonly begun = new WeakMap<object, string>();
  private readonly failures = new WeakMap<object, unknown>();

  constructor(storage: FileStorage, leases: UploadLeases) {
    this.server = new Server({
      path: UPLOADS_PATH,
      datastore: storage.uploads,
      locker: leases,
      lockDrainTimeout: DRAIN_MS,
      namingFunction: (request) => uploadKey(this.begun.get(request) ?? ''),
      generateUrl: (_request, { path, id }) => `${path}/${fileIdOf(id)}`,
      getFileIdFromRequest: (_request, last) => (last === undefined ? undefined : uploadKey(last)),
      onResponseError: (request, error) => {
        this.failures.set(request, error);
        return undefined;
      },
    });
  }

  /**
   * Lets tus do one request on the upload `id`, of which `announcedBytes` are to come.
   *
   * @throws NotFound; OffsetMismatch, UploadBusy 409; TusVersion 412; MoreThanAnnounced 413; and what the storage throws
   */
  async handle(
    incoming: FastifyRequest,
    { id, announcedBytes }: Pick<Upload, 'id' | 'announcedBytes'>,
  ): Promise<TusAnswer> {
    if (incoming.headers['tus-resumable'] !== VERSION) throw new TusVersion();
    const room = announcedBytes - Number(incoming.headers['upload-offset'] ?? 0);
    const { request, overran, close } = uploadRequest(incoming, Math.max(0, room));
    this.begun.set(request, id);
    try {
      const answer = await this.server.handleWeb(request);
      if (answer.status === 413 || (overran() && !REFUSED_UNREAD.includes(answer.status)))
        throw new MoreThanAnnounced(announcedBytes);
      if (answer.status >= 400) throw this.refusal(request, answer.status, await answer.text());
      const headers = ANSWERED.flatMap((name) => {
        const value = answer.headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      const offset = answer.headers.get('upload-offset');
      return { headers: Object.fromEntries(headers), offset: offset === null ? undefined : Number(offset) };
    } finally {
      close();
    }
  }

  private refusal(request: Request, status: number, text: string): unknown {
    const failure = this.failures.get(request);
    if (failure instanceof Error) return failure;
    switch (status) {
      case 404:
      case 410:
        return new NotFound();
      case 409:
        return new OffsetMismatch();
      case 500:
        return new Error(text.trim());
      default:
        return text.includes('lock') ? new UploadBusy() : malformed(text);
    }
  }
}

const malformed = (text: string): DomainError =>
  new DomainError('file/upload-malformed', 'malformed', { detail: text.trim().slice(0, 200) });
