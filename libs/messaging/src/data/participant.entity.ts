import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person taking part for an organization. Sees messages after `joinedSeq` and up to `leftSeq`. */
@Entity('participant')
@Check('ck_participant_role', `role in ('host', 'member')`)
@Index('ix_participant_person_id_organization_id', ['personId', 'organizationId'])
export class ParticipantEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('conversation')
  conversationId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('int', { default: 0 })
  joinedSeq: number;

  @Column('int', { nullable: true })
  leftSeq: number | null;

  /** `host` or `member`; a host of a group renames it and removes people. */
  @Column('text', { default: 'member' })
  role: string;

  /** Changes of messages after this one are not for somebody who left. */
  @Column('int', { nullable: true })
  leftChange: number | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  leftAt: Date | null;

  /** Put away up to this message; a later one brings the conversation back, unless it is muted. */
  @Column('int', { nullable: true })
  archivedSeq: number | null;

  /** Wants no notices of it, but where they are mentioned. */
  @Column('boolean', { default: false })
  isMuted: boolean;

  /** Reads and does not write: one of the two blocked the other. */
  @Column('boolean', { default: false })
  isSilenced: boolean;

  /** Never moves back. */
  @Column('int', { default: 0 })
  readSeq: number;

  /** Told from outside, up to this message, that something waits unread. */
  @Column('int', { default: 0 })
  toldSeq: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  toldAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
