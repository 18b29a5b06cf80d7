import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A device on which a person has signed in before, by a random mark that the device keeps in a cookie. */
@Entity('known_device')
@Index('ix_known_device_last_seen_at', ['lastSeenAt'])
export class KnownDeviceEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  /** SHA-256 of the mark. */
  @PrimaryColumn('bytea')
  deviceHash: Buffer;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
