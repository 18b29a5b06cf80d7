import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { MessageRepository } from '../data/message.repository.js';

/** How attachments of messages are known to the files of the platform. */
export const ATTACHMENT = { purpose: 'message-attachment', ownerType: 'message' } as const;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What goes with a message is read by whoever sees the message, as long as it is not deleted. */
@Injectable()
export class AttachmentFiles extends FilePurpose implements OnModuleInit {
  readonly name = ATTACHMENT.purpose;
  readonly mediaTypes = [
    ...['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'text/plain'],
    ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
      (kind) => `${OFFICE}.${kind}`,
    ),
  ];
  readonly maxBytes = 25 * 1024 * 1024;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly messages: MessageRepository,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== ATTACHMENT.ownerType || ownerId === null || !actor.organization) return false;
    const reader = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    return this.messages.isSeenBy(this.database, ownerId, reader);
  }
}
