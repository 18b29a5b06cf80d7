import { DomainError } from '#libs/kernel';

/** More than a screen can show side by side. */
export class TooManyToKeep extends DomainError {
  constructor(what: 'saved-search' | 'shortlist' | 'shortlist-entry', most: number) {
    super(`${what}/too-many`, 'conflict', { detail: `There may be ${most} at most.` });
  }
}
