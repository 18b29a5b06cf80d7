import { DomainError } from '#libs/kernel';

/** The window is over, or the last ballot has come in. */
export class VoteClosed extends DomainError {
  constructor() {
    super('vote/closed', 'conflict', { detail: 'This vote takes no ballots any more.' });
  }
}

/** The minutes are written when the vote is closed. */
export class VoteStillOpen extends DomainError {
  constructor() {
    super('vote/still-open', 'conflict', { detail: 'There are no minutes before the vote is closed.' });
  }
}

/** The city is the applicant's own. */
export class VoteConflict extends DomainError {
  constructor() {
    super('vote/conflict', 'conflict', { detail: "The applicant's own city has no vote." });
  }
}

/** The person neither owns the city's account nor may sign for it. */
export class NotASignatory extends DomainError {
  constructor() {
    super('vote/not-a-signatory', 'forbidden', {
      detail: 'Owners of the city, and those who may sign for it, vote for it.',
    });
  }
}

/** So many seats are vacant that even all votes together make no quorum. */
export class QuorumOutOfReach extends DomainError {
  constructor(missingSeats: number) {
    super('vote/quorum-out-of-reach', 'conflict', {
      detail: 'Too many seats of the Executive Committee are vacant for a quorum.',
      extra: { missingSeats },
    });
  }
}
