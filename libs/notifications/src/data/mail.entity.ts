import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A mail to one person, or one address, about one event. Its state is bookkeeping of the delivery, not an act of somebody, so it
 * leaves no audit rows. The address of the link is not in the texts: the one of a confirmation is a secret and
 * is made when the mail leaves.
 */
@Entity('mail')
@Unique(['dedupeKey'])
@Unique(['messageId'])
@Check('ck_mail_state', `state in ('queued', 'sending', 'sent', 'failed', 'dropped')`)
@Check('ck_mail_sent_at', `(state = 'sent') = (sent_at is not null)`)
@Check('ck_mail_claimed_until', `(state = 'sending') = (claimed_until is not null)`)
@Index('ix_mail_waiting', ['dueAt'], { where: `state in ('queued', 'sending')` })
@Index('ix_mail_person_id_id', ['personId', 'id'], { where: 'captured' })
export class MailEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  /** Null for an address that is nobody's account yet. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person')
  personId: string | null;

  /** Event and person: a second delivery of the event finds it taken. */
  @Column('text')
  dedupeKey: string;

  /** Header Message-ID, the same for every attempt. */
  @Column('text')
  messageId: string;

  /** Type of the event. */
  @Column('text')
  template: string;

  @Column('text')
  language: string;

  @Column('text')
  toAddress: string;

  @Column('text')
  subject: string;

  @Column('text')
  text: string;

  @Column('text')
  html: string;

  /** Small text files that go along: `{name, contentType, content}`. */
  @Column('jsonb', { default: [] })
  enclosures: object;

  /** Path in the web client. */
  @Column('text')
  link: string;

  @Column('text')
  requestId: string;

  /** The row of the inbox it is about: read meanwhile, it is not sent. */
  @Column('uuid', { nullable: true })
  noticeId: string | null;

  /** What its reader may switch off. */
  @Column('text', { nullable: true })
  typeGroup: string | null;

  /** The conversation its answers go into. */
  @Column('uuid', { nullable: true })
  conversationId: string | null;

  /** On whose behalf the person is told: no longer a seat there, it is not sent. */
  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('text', { default: 'queued' })
  state: string;

  @Column('int', { default: 0 })
  attempts: number;

  /** Not to be tried before. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  dueAt: Date;

  /** Until then the mail belongs to the worker that sends it. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  claimedUntil: Date | null;

  /** What the mail server, or the way to it, said last. */
  @Column('text', { nullable: true })
  lastError: string | null;

  /** There was no mail server: the mail is shown in the app instead. */
  @Column('boolean', { default: false })
  captured: boolean;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  sentAt: Date | null;
}
