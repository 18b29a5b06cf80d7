import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import type { InboxGroup } from './inbox.js';
import type { Destination, NoticeFacts } from './notice.js';

/** How people are told of one kind of event. Whom it is told stands beside the event, in contracts. */
export interface NoticeRule<Type extends DomainEventType> {
  /** Shown in the app. */
  readonly notice: boolean;
  /** Sent by mail as well: something waits for an answer, or must not be missed. */
  readonly mail: boolean;
  /** Who did it is told too, as a receipt; otherwise only the others. */
  readonly receipt: boolean;
  /** Its time is over within a day: no quiet hours hold it back, and it waits for no other mail. */
  readonly urgent?: boolean;
  /** Its object is a proposal, and it goes to who assesses it: not to those from whom it is kept. */
  readonly ofAssessment?: boolean;
  /** Its object is a conversation, and whoever answers its mail writes there. */
  readonly answerable?: boolean;
  /** Seconds its mail waits, so that it is not sent to whoever reads of it elsewhere in that time. */
  readonly mailAfter?: number;
  /** Where it stands in the inbox: `waiting` where the reader has something to do. Default: `updates`. */
  readonly group?: InboxGroup;
  readonly leadsTo: Destination;
  /** For whom the person of a `person` audience had acted; undefined when only for themselves. */
  readonly onBehalfOf?: (event: EventEnvelope<Type>) => string;
  readonly facts: (event: EventEnvelope<Type>) => NoticeFacts;
}

/** The same rule for what the reader has to answer or to do. */
export function waiting<Rule extends object>(rule: Rule): Rule & { readonly group: 'waiting' } {
  return { ...rule, group: 'waiting' };
}

/** The same rule for what would come too late in the morning. */
export function urgent<Rule extends object>(rule: Rule): Rule & { readonly urgent: true } {
  return { ...rule, urgent: true };
}

/** The facts of an event that is about its own aggregate and nobody else. */
export function itself({ aggregateType, aggregateId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: null };
}
