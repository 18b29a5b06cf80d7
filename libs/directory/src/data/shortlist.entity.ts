import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Organizations that somebody collected, for all of their own organization. */
@Entity('shortlist')
@Index('ix_shortlist_organization_id', ['organizationId', 'id'])
@Check('ck_shortlist_name', 'char_length(name) between 1 and 200')
export class ShortlistEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_shortlist' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  createdBy: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
