import type { Transaction } from '#libs/platform/database';
import type { Profile } from '../domain/profile.js';

/** Writes the trail of a change and announces it, in the transaction of the change. */
export function announceChange(tx: Transaction, { organizationId, version }: Profile): void {
  tx.audit({
    action: 'profile.update',
    entityType: 'profile',
    entityId: organizationId,
    organizationId,
  });
  tx.emit(
    'profile.changed',
    { aggregateType: 'profile', aggregateId: organizationId, seq: version, organizationId },
    {},
  );
}
