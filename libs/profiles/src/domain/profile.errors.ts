import { DomainError } from '#libs/kernel';
import { MAX_ENTRIES_OF_KIND } from './entry.js';

/** 428: the profile is there already, so a whole replacement must name the version it was made on. */
export class ProfileVersionRequired extends DomainError {
  constructor() {
    super('request/if-match-required', 'precondition-required', {
      detail: 'This organization has a profile. Read it and send its ETag as If-Match.',
    });
  }
}

/** 409: more entries of one kind nobody reads. */
export class TooManyEntries extends DomainError {
  constructor() {
    super('profile/too-many-entries', 'conflict', {
      detail: `A profile holds ${MAX_ENTRIES_OF_KIND} entries of a kind at most.`,
    });
  }
}

/** 409: a translation needs an original, and is in another language. */
export class NothingToTranslate extends DomainError {
  constructor() {
    super('profile/nothing-to-translate', 'conflict', {
      detail: 'This text is not written, or is written in that language itself.',
    });
  }
}
