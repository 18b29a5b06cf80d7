import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A browser in which a person wants to be told. It belongs to the sign-in it was added in, and ends with that. */
@Entity('push_device')
@Unique(['endpoint'])
@Index(['personId'])
export class PushDeviceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** Refers to no row, because sessions that ended are deleted in time. */
  @Column('uuid')
  sessionId: string;

  /** Address at the push service of the browser; whoever has it and the keys can reach the browser. */
  @Column('text')
  endpoint: string;

  @Column('text')
  p256dh: string;

  @Column('text')
  auth: string;

  /** What the browser calls itself. */
  @Column('text')
  label: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
