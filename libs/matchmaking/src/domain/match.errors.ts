import { DomainError } from '#libs/kernel';

/** 409: the acting organization dismissed the match, which is for good. */
export class MatchDismissed extends DomainError {
  constructor() {
    super('match/dismissed', 'conflict', { detail: 'You have dismissed this match.' });
  }
}

/** 409: the two talk already. */
export class AlreadyConnected extends DomainError {
  constructor() {
    super('match/already-connected', 'conflict', { detail: 'You talk with them about this match already.' });
  }
}

/** 409: one side was withdrawn, closed or left, or is suspended. */
export class MatchClosed extends DomainError {
  constructor() {
    super('match/closed', 'conflict', {
      detail: 'What this match was about has ended, or one of the two takes no part at present.',
    });
  }
}
