import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { OrganizationsModule } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import {
  type DocumentAccess,
  CoeditingModule,
  CoeditingRealtimeModule,
  DocumentOwner,
  DocumentOwners,
} from '#libs/platform/coediting';
import { DatabaseModule } from '#libs/platform/database';
import { RealtimeModule } from '#libs/platform/realtime';

/** Who may do what with which note, as a feature would read it from its rows; the same in every process of a test. */
export const NOTE_RIGHTS = new Map<string, Map<string, DocumentAccess>>();

export function allow(noteId: string, organizationId: string, access: DocumentAccess | null): void {
  const rights = NOTE_RIGHTS.get(noteId) ?? new Map<string, DocumentAccess>();
  if (access) rights.set(organizationId, access);
  else rights.delete(organizationId);
  NOTE_RIGHTS.set(noteId, rights);
}

@Injectable()
class Notes extends DocumentOwner implements OnModuleInit {
  readonly kind = 'note';

  constructor(private readonly owners: DocumentOwners) {
    super();
  }

  onModuleInit(): void {
    this.owners.register(this);
  }

  async access(actor: Actor, noteId: string): Promise<DocumentAccess | null> {
    return NOTE_RIGHTS.get(noteId)?.get(actor.organization?.id ?? '') ?? null;
  }
}

@Module({
  imports: [
    DatabaseModule,
    AuthModule,
    IdentityModule,
    OrganizationsModule,
    RealtimeModule,
    CoeditingModule,
    CoeditingRealtimeModule,
  ],
  providers: [Notes],
})
export class NotesModule {}
