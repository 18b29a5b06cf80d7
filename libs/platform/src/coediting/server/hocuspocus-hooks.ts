import { Injectable, Logger } from '@nestjs/common';
import type {
  beforeHandleMessagePayload,
  Connection,
  Extension,
  onAuthenticatePayload,
  onLoadDocumentPayload,
} from '@hocuspocus/server';
import { refusalOf } from '#libs/platform/http';
import * as Y from 'yjs';
import { isReadableUpdate } from '../content/merged-document.js';
import { type Ending, ENDINGS } from './coediting-line.js';
import { type ChangeFrame, changeOf } from './frames.js';
import { LineGate, lineOf } from './line-gate.js';
import type { OpenDocument } from './open-document.js';
import { OpenDocuments } from './open-documents.js';
import { SharedPresence } from './shared-presence.js';

/** Hocuspocus tells the client `reason`; with an empty message it writes nothing to the console. */
class Refused extends Error {
  constructor(readonly reason: string) {
    super('');
  }
}

/**
 * What happens between the socket and the document: who may, what is stored, and only then what is acknowledged and
 * passed on. Hocuspocus applies a frame when `beforeHandleMessage` has resolved.
 */
@Injectable()
export class HocuspocusHooks implements Extension {
  private readonly logger = new Logger(HocuspocusHooks.name);

  constructor(
    private readonly gate: LineGate,
    private readonly open: OpenDocuments,
    private readonly presence: SharedPresence,
  ) {}

  async onAuthenticate({ token, documentName, context, connectionConfig }: onAuthenticatePayload) {
    const line = lineOf(context);
    try {
      const { admission, readOnly } = await this.gate.admit(documentName, token);
      line.admit(admission);
      connectionConfig.readOnly = readOnly;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) this.logger.error({ err: error }, 'A document could not be opened.');
      const ending = endingOf(refusal?.status);
      const reason = refusal?.code ?? ending.reason;
      // After the word of refusal, which Hocuspocus sends: it would keep whatever came behind it.
      setImmediate(() => {
        line.end({ code: ending.code, reason });
      });
      throw new Refused(reason);
    }
  }

  async onLoadDocument({ document, context }: onLoadDocumentPayload): Promise<void> {
    const line = lineOf(context);
    const id = line.admission?.documentId;
    if (id === undefined) throw new Refused('request/not-found');
    try {
      await this.open.load(id, document);
    } catch (error) {
      this.logger.warn({ msg: 'A co-edited document could not be read', err: error });
      line.end(ENDINGS.tryAgain);
      throw new Refused(ENDINGS.tryAgain.reason);
    }
    this.presence.follow(id, document);
  }

  async afterUnloadDocument(): Promise<void> {
    this.open.putAway();
  }

  async beforeHandleMessage({ update: data, connection, document, context }: beforeHandleMessagePayload) {
    const line = lineOf(context);
    if (connection.readOnly) return; // Hocuspocus answers that it is not saved, and applies nothing.
    let change: ChangeFrame | null;
    try {
      change = changeOf(data);
    } catch {
      line.end(ENDINGS.unreadable);
      return dropped();
    }
    if (!change || (change.whole && Y.snapshotContainsUpdate(Y.snapshot(document), change.update))) return;
    const opened = this.open.find(document);
    if (!opened || !line.admission || !isReadableUpdate(change.update)) {
      line.end(ENDINGS.unreadable);
      return dropped();
    }
    const { personId } = line.admission.identity;
    return this.store(opened, connection, { content: change.update, personId });
  }

  private async store(
    opened: OpenDocument,
    connection: Connection,
    update: { content: Uint8Array; personId: string },
  ): Promise<void> {
    try {
      const outcome = await opened.append(update);
      if (outcome === 'appended') return;
      connection.readOnly = true;
      connection.sendStateless(JSON.stringify({ code: `coediting/${outcome}` }));
    } catch (error) {
      this.logger.warn({ msg: 'An update could not be stored', documentId: opened.id, err: error });
      // The client keeps what was not acknowledged and sends it again when it comes back.
      lineOf(connection.context).end(ENDINGS.tryAgain);
      return dropped();
    }
  }
}

function endingOf(status: number | undefined): Ending {
  if (status === undefined) return ENDINGS.tryAgain;
  return status === 401 ? ENDINGS.signedOut : ENDINGS.noAccess;
}

/** A frame that goes no further: its line is being closed, and an error would be written to the console. */
const dropped = (): Promise<never> => new Promise(() => undefined);
