import type { DomainEventType } from '#libs/contracts';

/**
 * Texts in ICU MessageFormat. Arguments: `{counterpart}` the organization on the other side, `{organization}`
 * the reader's own, `{name}` the reader, `{title}` of the object (`{titled, select, yes {…} other {…}}` says
 * whether there is one), `{subject}` what matches were sought for, `{operator}` who runs the network.
 */
export interface MailTemplate {
  /** Instead of the one by name, for an address whose owner is not known. */
  readonly greeting?: string;
  readonly subject: string;
  /** Paragraphs. The link follows them. */
  readonly body: readonly string[];
  /** What the one link of the mail does. */
  readonly action: string;
}

export interface EventTemplate {
  readonly notice?: string;
  readonly mail?: MailTemplate;
}

export type EventTemplates = Readonly<Partial<Record<DomainEventType, EventTemplate>>>;

/** All a language has to say. */
export interface Wording {
  readonly greeting: string;
  readonly footer: string;
  /** Stands for an organization whose name is not known any more. */
  readonly someOrganization: string;
  readonly events: EventTemplates;
}
