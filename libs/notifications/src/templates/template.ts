import type { DomainEventType } from '#libs/contracts';
import type { TypeGroup } from '../domain/type-groups.js';

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

/** The mail of the day. `{total}` rows are unread, `{more}` of them are not listed; one has `{count}` updates. */
export interface DigestWording {
  readonly subject: string;
  readonly lead: string;
  readonly more: string;
  readonly updates: string;
  readonly action: string;
}

/** All a language has to say. */
export interface Wording {
  readonly greeting: string;
  readonly footer: string;
  /** Stands for an organization whose name is not known any more. */
  readonly someOrganization: string;
  /** Of a mail that can be answered into its conversation. */
  readonly answer: string;
  /** The link that stops mail about `{group}`. */
  readonly stop: string;
  /** What people choose channels for, and the mail of the day, as they are called within a text. */
  readonly groups: Readonly<Record<TypeGroup | 'digest', string>>;
  readonly digest: DigestWording;
  readonly events: EventTemplates;
}
