/** How the sending of mail is paced. All times in seconds. */
export class MailPace {
  /** A worker that has not said for so long that it still sends has lost its mail to another. */
  readonly claim: number = 30;
  /** Pause after the first failure; doubles. */
  readonly firstPause: number = 5;
  /** Mails one sweep sends at most; the next sweep goes on. */
  readonly perSweep: number = 50;

  constructor(changes: Partial<MailPace> = {}) {
    Object.assign(this, changes);
  }
}
