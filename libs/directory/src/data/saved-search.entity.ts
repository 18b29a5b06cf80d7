import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A search somebody keeps, for themselves, within one organization. */
@Entity('saved_search')
@Index('ix_saved_search_person_id', ['personId', 'organizationId', 'id'])
@Index('ix_saved_search_alert', ['id'], { where: `alert <> 'off' and removed_at is null` })
@Check('ck_saved_search_name', 'char_length(name) between 1 and 200')
@Check('ck_saved_search_alert', `alert in ('off', 'daily', 'at-once')`)
export class SavedSearchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_saved_search' })
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  query: unknown;

  /** The query over lexemes, so that a changed entry can be held against it. */
  @Column('text')
  expression: string;

  @Column('text', { default: 'off' })
  alert: string;

  /** Its owner took it away; for a while it can be had back as it was. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  removedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
