import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A city's time in a seat of the Executive Committee. In the migration alone: `changed_xid`. */
@Entity('excom_seat')
@Index('uq_excom_seat_country_number', ['country', 'number'], { unique: true, where: 'ended_at is null' })
@Index('uq_excom_seat_organization_id', ['organizationId'], { unique: true, where: 'ended_at is null' })
@Check('ck_excom_seat_number', `number in (1, 2)`)
@Check('ck_excom_seat_term', `term_to >= term_from`)
export class ExcomSeatEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_excom_seat' })
  id: string;

  @Column('text')
  @ForeignKey('country')
  country: string;

  @Column('int')
  number: number;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('date')
  termFrom: string;

  @Column('date', { nullable: true })
  termTo: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid')
  assignedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
