import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';

/** A small text file that goes with a mail, such as an entry for the calendar of its reader. */
export interface MailEnclosure {
  /** File name. */
  readonly name: string;
  /** `text/calendar; method=REQUEST; charset=utf-8` */
  readonly contentType: string;
  readonly content: string;
}

/** To whom a mail goes. */
export interface MailReader {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
}

/** What the feature that owns an event adds to the mail about it. */
export interface MailEncloser {
  readonly events: readonly DomainEventType[];
  /** Reads the truth as it is now; nothing, when there is nothing to add any more. */
  enclose(event: EventEnvelope, reader: MailReader): Promise<readonly MailEnclosure[]>;
}

/** Every encloser of this process; features register theirs when their modules start. */
@Injectable()
export class MailEnclosures {
  private readonly enclosers = new Map<DomainEventType, MailEncloser>();

  /** @throws Error when another feature encloses something with the mail of one of these events */
  register(encloser: MailEncloser): void {
    for (const type of encloser.events) {
      if (this.enclosers.has(type))
        throw new Error(`Two features enclose something with mail about ${type}.`);
      this.enclosers.set(type, encloser);
    }
  }

  async of(event: EventEnvelope, reader: MailReader): Promise<readonly MailEnclosure[]> {
    return (await this.enclosers.get(event.type)?.enclose(event, reader)) ?? [];
  }
}
