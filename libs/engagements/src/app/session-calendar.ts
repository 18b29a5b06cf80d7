import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { Database } from '#libs/platform/database';
import { type MailEncloser, type MailEnclosure, MailEnclosures, type MailReader } from '#libs/platform/mail';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { type CalendarEntry, feed, invitation } from './calendar-file.js';
import { CalendarNames } from './calendar-names.js';

const FEED_DAYS = 180;

/** Sessions as entries of a calendar: enclosed with mail, and as the feed of a person. */
@Injectable()
export class SessionCalendar implements MailEncloser, OnModuleInit {
  readonly events = [
    'engagement-session.confirmed',
    'engagement-session.moved',
    'engagement-session.cancelled',
  ] as const;

  constructor(
    private readonly database: Database,
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly names: CalendarNames,
    private readonly enclosures: MailEnclosures,
  ) {}

  onModuleInit(): void {
    this.enclosures.register(this);
  }

  /** The session as it is now; nothing, when it was never confirmed. */
  async enclose(event: EventEnvelope, reader: MailReader): Promise<MailEnclosure[]> {
    const { engagementId } = event.payload as { readonly engagementId?: string };
    const engagement = engagementId && (await this.engagements.find(this.database, engagementId));
    const session =
      engagementId && (await this.sessions.find(this.database, engagementId, event.aggregateId));
    if (!engagement || !session || session.sequence === 0) return [];
    const entry = await this.names.entryOf(this.database, engagement, session, reader);
    const content = invitation(entry, this.names.organizer(), { name: reader.name, email: reader.email });
    const method = session.state === 'cancelled' ? 'CANCEL' : 'REQUEST';
    return [{ name: 'session.ics', contentType: `text/calendar; method=${method}; charset=utf-8`, content }];
  }

  /** All sessions of a person of the last half year and to come, cancelled ones as such. */
  async feedOf(personId: string, name: string, language: string): Promise<string> {
    const sessions = await this.sessions.ofPerson(this.database, personId, FEED_DAYS);
    const ids = [...new Set(sessions.map(({ engagementId }) => engagementId))];
    const engagements = new Map(
      (await this.engagements.byIds(this.database, ids)).map((engagement) => [engagement.id, engagement]),
    );
    const entries: CalendarEntry[] = [];
    for (const session of sessions) {
      const engagement = engagements.get(session.engagementId);
      if (engagement)
        entries.push(await this.names.entryOf(this.database, engagement, session, { personId, language }));
    }
    return feed(name, entries);
  }
}
