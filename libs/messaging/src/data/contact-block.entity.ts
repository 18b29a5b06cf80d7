import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Somebody wants to hear nothing of a person, or of a whole organization where no person is named. Not here: that
 * nobody blocks the same twice, by a unique index under which absent persons are the same.
 */
@Entity('contact_block')
@Index('uq_contact_block_person_id_blocked', ['personId', 'blockedOrganizationId', 'blockedPersonId'], {
  unique: true,
})
@Index('ix_contact_block_blocked_person_id', ['blockedPersonId'])
export class ContactBlockEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('uuid')
  @ForeignKey('organization')
  blockedOrganizationId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('person')
  blockedPersonId: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
