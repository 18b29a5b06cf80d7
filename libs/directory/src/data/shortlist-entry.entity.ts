import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ShortlistEntity } from './shortlist.entity.js';

/** One organization on a shortlist. */
@Entity('shortlist_entry')
export class ShortlistEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_shortlist_entry' })
  @ForeignKey(() => ShortlistEntity, { onDelete: 'CASCADE' })
  shortlistId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_shortlist_entry' })
  @ForeignKey('organization')
  organizationId: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid')
  addedBy: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  addedAt: Date;
}
