import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';
import { TtnConfig } from '#libs/platform/config';
import type { Reads } from '#libs/platform/database';
import type { CalendarEntry, Mailbox } from './calendar-file.js';
import type { Engagement } from '../domain/engagement.js';
import type { EngagementSession } from '../domain/session.js';
import { sessionWords } from './session-words.js';

/** What is written into a calendar around the times. */
@Injectable()
export class CalendarNames {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
    private readonly config: TtnConfig,
  ) {}

  /** The address mail comes from. Answers to an invitation are given in TTN. */
  organizer(): Mailbox {
    const [, name, address] = /^(.*?)\s*<([^>]+)>$/.exec(this.config.MAIL_FROM) ?? [];
    return {
      name: name === undefined || name === '' ? 'TTN' : name,
      email: address ?? this.config.MAIL_FROM,
    };
  }

  async entryOf(
    reads: Reads,
    engagement: Engagement,
    session: EngagementSession,
    reader: { personId: string; language: string },
  ): Promise<CalendarEntry> {
    const { requester, consultant } = engagement;
    const cards = await this.organizations.cards(
      [requester.organizationId, consultant.organizationId],
      reads,
    );
    const persons = await this.persons.byIds([requester.personId, consultant.personId]);
    const own = reader.personId === consultant.personId ? consultant : requester;
    const slug = cards.get(own.organizationId)?.slug ?? '';
    const words = sessionWords(reader.language);
    const attendees = [requester, consultant].map(({ organizationId, personId }) => ({
      organization: cards.get(organizationId)?.name ?? '',
      person: persons.get(personId)?.displayName ?? '',
      timeZone: persons.get(personId)?.timeZone ?? 'UTC',
    }));
    return {
      session,
      title: words.title(engagement.title),
      description: words.description(session, attendees),
      url: `${this.config.PUBLIC_URL}/o/${slug}/engagements/${engagement.id}`,
    };
  }
}
