import { Injectable } from '@nestjs/common';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { keyOf, type Match, type MatchSide } from '../domain/match.js';
import { type Subject, SubjectsReader } from './subjects.reader.js';

/** Between whom a match is, and about what. */
export interface MatchContext {
  readonly subject: Subject;
  readonly counterpart: OrganizationCard;
  /** What the other side brings; null when it is the organization as such. */
  readonly object: Subject | null;
}

export interface MatchContexts {
  of(match: Pick<Match, 'subject' | 'counterpart'>): MatchContext;
  readonly cards: ReadonlyMap<string, OrganizationCard>;
}

/** Reads the names and titles that stand behind the ids of matches, as they are today. */
@Injectable()
export class MatchContextsReader {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly subjects: SubjectsReader,
  ) {}

  /** By one query per kind of thing; `organizationIds` are read along. */
  async of(
    matches: readonly Pick<Match, 'subject' | 'counterpart'>[],
    organizationIds: readonly string[] = [],
  ): Promise<MatchContexts> {
    const sides = matches.flatMap(({ subject, counterpart }) => [subject, counterpart]);
    const [cards, things] = await Promise.all([
      this.organizations.cards([...sides.map((side) => side.organizationId), ...organizationIds]),
      this.subjects.of(sides.filter(({ type }) => type !== 'organization')),
    ]);
    const thing = (side: MatchSide): Subject => things.get(keyOf(side)) ?? asSuch(side);
    return {
      cards,
      of: ({ subject, counterpart }) => ({
        subject: thing(subject),
        counterpart: found(cards.get(counterpart.organizationId)),
        object: counterpart.type === 'organization' ? null : thing(counterpart),
      }),
    };
  }
}

function asSuch(side: MatchSide): Subject {
  return { ...side, version: 0, isOpen: true, isOver: false, title: null, language: null };
}

/** A foreign key holds it. */
function found(card: OrganizationCard | undefined): OrganizationCard {
  if (!card) throw new Error('The organization of a match is gone.');
  return card;
}
