import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person taking part for an organization. Sees messages after `joinedSeq` and up to `leftSeq`. */
@Entity('participant')
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

  /** Never moves back. */
  @Column('int', { default: 0 })
  readSeq: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
