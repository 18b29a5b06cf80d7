import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { Principals, Unauthenticated } from '#libs/platform/auth';
import { Database, isId, newId } from '#libs/platform/database';
import { SocketGate } from '#libs/platform/realtime';
import { DocumentOwners } from '../app/document-owners.js';
import { CoeditedDocumentRepository } from '../data/coedited-document.repository.js';
import { type Admission, type CoeditingLine, type Ending, ENDINGS } from './coediting-line.js';

/** Who may open a document, and who may go on having it open. */
@Injectable()
export class LineGate {
  constructor(
    private readonly gate: SocketGate,
    private readonly principals: Principals,
    private readonly owners: DocumentOwners,
    private readonly documents: CoeditedDocumentRepository,
    private readonly database: Database,
  ) {}

  /**
   * From the token of the protocol, JSON `{token, organizationId?}` as at any socket, to what its person may do with
   * the document `<kind>:<owner id>`. `readOnly` says that the line may change nothing at this moment.
   *
   * @throws DomainError auth/unauthenticated, auth/organization-required, auth/not-a-member,
   *   auth/organization-not-active; request/not-found for a document that is absent, foreign or of no kind
   */
  async admit(documentName: string, token: string): Promise<{ admission: Admission; readOnly: boolean }> {
    const identity = await this.gate.admit(handshakeOf(token));
    const [kind, ownerId, ...rest] = documentName.split(':');
    if (kind === undefined || ownerId === undefined || rest.length > 0 || !isId(ownerId))
      throw new NotFound();
    const access = await this.access({ identity, kind, ownerId });
    const head = access && (await this.documents.find(this.database, kind, ownerId));
    const principal = await this.principals.find(identity.sessionId);
    if (!head) throw new NotFound();
    if (!principal) throw new Unauthenticated();
    const { displayName } = principal;
    return {
      admission: { identity, displayName, kind, ownerId, documentId: head.id, access },
      readOnly: access !== 'edit' || head.sealed,
    };
  }

  /** Why this line must end by the rights of this moment; null when nothing has changed. */
  async reasonToEnd(admission: Admission): Promise<Ending | null> {
    if (!(await this.gate.stillAdmits(admission.identity))) return ENDINGS.signedOut;
    const access = await this.access(admission);
    if (access === null) return ENDINGS.noAccess;
    return access === admission.access ? null : ENDINGS.rightsChanged;
  }

  private async access({ identity, kind, ownerId }: Pick<Admission, 'identity' | 'kind' | 'ownerId'>) {
    const owner = this.owners.find(kind);
    if (!owner) return null;
    return owner.access(await this.gate.actor(identity, newId()), ownerId);
  }
}

/** The line of a Hocuspocus hook. */
export const lineOf = (context: unknown): CoeditingLine => (context as { line: CoeditingLine }).line;

function handshakeOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const handshake = JSON.parse(token) as unknown;
    if (typeof handshake === 'object' && handshake !== null) return handshake as Record<string, unknown>;
  } catch {
    // Not JSON: no token of ours.
  }
  throw new Unauthenticated();
}
