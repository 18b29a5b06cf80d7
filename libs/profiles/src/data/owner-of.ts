import { SYSTEM_PERSON } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';

/** Who answers for what is written in this transaction; nobody for what TTN itself loads. */
export function ownerOf({ actor }: Transaction): string | null {
  return actor.personId === SYSTEM_PERSON ? null : actor.personId;
}
