import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person lets others see of them in conversations; without a row, all of it. */
@Entity('messaging_preference')
export class MessagingPreferenceEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  /** How far they have read. Who hides it does not see it of others. */
  @Column('boolean', { default: true })
  showsReading: boolean;

  /** Whether they are here just now. */
  @Column('boolean', { default: true })
  showsPresence: boolean;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
