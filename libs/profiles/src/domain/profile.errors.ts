import { DomainError } from '#libs/kernel';

/** 428: the profile is there already, so a whole replacement must name the version it was made on. */
export class ProfileVersionRequired extends DomainError {
  constructor() {
    super('request/if-match-required', 'precondition-required', {
      detail: 'This organization has a profile. Read it and send its ETag as If-Match.',
    });
  }
}
