import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SavedSearchEntity } from './saved-search.entity.js';

/** An entry that came to fit a saved search; there is one row however often it comes and goes. */
@Entity('saved_search_hit')
@Index('ix_saved_search_hit_untold', ['savedSearchId'], { where: 'told_at is null' })
export class SavedSearchHitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_saved_search_hit' })
  @ForeignKey(() => SavedSearchEntity, { onDelete: 'CASCADE' })
  savedSearchId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_saved_search_hit' })
  entryId: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  foundAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  toldAt: Date | null;
}
