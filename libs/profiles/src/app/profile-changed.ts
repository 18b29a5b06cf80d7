import type { Transaction } from '#libs/platform/database';
import type { Profile } from '../domain/profile.js';

type Changed = Pick<Profile, 'organizationId' | 'revision'>;

/** Writes the trail of a change of the profile itself and announces it, in the transaction of the change. */
export function announceChange(tx: Transaction, profile: Changed): void {
  tx.audit({
    action: 'profile.update',
    entityType: 'profile',
    entityId: profile.organizationId,
    organizationId: profile.organizationId,
  });
  emitChanged(tx, profile);
}

/** The same for a change of one of its entries. */
export function announceEntryChange(
  tx: Transaction,
  profile: Changed,
  action: string,
  entryId: string,
): void {
  const { organizationId } = profile;
  tx.audit({
    action: `profile-entry.${action}`,
    entityType: 'profile-entry',
    entityId: entryId,
    organizationId,
  });
  emitChanged(tx, profile);
}

/** What is known of an organization is not what it was. */
export function emitChanged(tx: Transaction, { organizationId, revision }: Changed): void {
  const source = { aggregateType: 'profile', aggregateId: organizationId, seq: revision, organizationId };
  tx.emit('profile.changed', source, {});
}
