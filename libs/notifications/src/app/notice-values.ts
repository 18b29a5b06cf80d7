import { Injectable } from '@nestjs/common';
import type { UiLanguage } from '#libs/contracts';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { TtnConfig } from '#libs/platform/config';
import type { NoticeFacts } from '../domain/notice.js';
import { type PhraseValues, WORDINGS } from '../templates/phrase.js';
import { ObjectTitles } from './object-titles.js';

/** What a text is made of: the facts, and for whom they are told. */
export interface Occasion extends NoticeFacts {
  readonly organizationId: string | null;
}

export interface NamedOccasions {
  /** The values of an occasion for texts in `language`. */
  valuesOf(occasion: Occasion, language: UiLanguage): PhraseValues;
  /** How the organization is called in addresses; null when there is none. */
  slugOf(occasion: Occasion): string | null;
}

/** Reads the names and titles that stand behind the ids of notices, as they are today. */
@Injectable()
export class NoticeValues {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly titles: ObjectTitles,
    private readonly config: TtnConfig,
  ) {}

  /** All names of some occasions, by one query per kind of thing. */
  async read(occasions: readonly Occasion[]): Promise<NamedOccasions> {
    const ids = occasions.flatMap(({ organizationId, counterpartId }) => [organizationId, counterpartId]);
    const [cards, titles] = await Promise.all([
      this.organizations.cards(ids.filter((id) => id !== null)),
      this.titles.of(occasions.map(({ object }) => object)),
    ]);
    const cardOf = (id: string | null): OrganizationCard | undefined =>
      id === null ? undefined : cards.get(id);
    return {
      slugOf: ({ organizationId }) => cardOf(organizationId)?.slug ?? null,
      valuesOf: ({ object, counterpartId, organizationId }, language) => {
        const titled = titles.get(object.id);
        const title = titled && isFor(titled, organizationId) ? titled.title : '';
        const nameOf = (id: string | null): string =>
          nameIn(language, cardOf(id)) ?? WORDINGS[language].someOrganization;
        return {
          counterpart: nameOf(counterpartId),
          organization: nameOf(organizationId),
          operator: this.config.ORGANIZATION_NAME,
          subject: object.type,
          titled: title === '' ? 'no' : 'yes',
          title,
        };
      },
    };
  }
}

/** True for its own people, and where everybody may read it. */
function isFor(titled: { organizationId?: string }, organizationId: string | null): boolean {
  return titled.organizationId === undefined || titled.organizationId === organizationId;
}

/** Korean readers know Korean organizations by their Korean names; all others go by the Latin one. */
function nameIn(language: UiLanguage, card: OrganizationCard | undefined): string | undefined {
  if (language === 'ko' && card?.country === 'KR' && card.nameLocal) return card.nameLocal;
  return card?.name;
}
