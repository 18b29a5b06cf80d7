import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that a mail server says does not exist: nothing is sent to it until its person says it is right. */
@Entity('stopped_address')
export class StoppedAddressEntity {
  /** Folded. */
  @PrimaryColumn('text')
  address: string;

  /** What the server said. */
  @Column('text')
  reason: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
