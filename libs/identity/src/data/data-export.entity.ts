import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A copy of what TTN holds of a person, for that person, for some days. */
@Entity('data_export')
@Index('ix_data_export_person_id', ['personId', 'id'])
@Index('ix_data_export_expires_at', ['expiresAt'])
@Check('ck_data_export_state', `state in ('preparing', 'ready')`)
@Check('ck_data_export_ready_at', `(state = 'ready') = (ready_at is not null)`)
export class DataExportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  @Column('text', { default: 'preparing' })
  state: string;

  /** Of all parts. */
  @Column('bigint', { default: 0 })
  bytes: string;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  readyAt: Date | null;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}

/** What one feature holds of the person. */
@Entity('data_export_part')
export class DataExportPartEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => DataExportEntity, { onDelete: 'CASCADE' })
  exportId: string;

  /** The name the feature gives it. */
  @PrimaryColumn('text')
  source: string;

  /** JSON. */
  @Column('text')
  content: string;
}
