import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person has chosen to be told, by which channel and when; no row until they choose. */
@Entity('notification_settings')
@Check('ck_notification_settings_pace', `pace in ('each', 'first-then-digest', 'digest', 'first-only')`)
@Check('ck_notification_settings_digest_hour', 'digest_hour between 0 and 23')
@Check('ck_notification_settings_quiet_to', '(quiet_from is null) = (quiet_to is null)')
export class NotificationSettingsEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  /** `<group>:<channel>` */
  @Column('text', { array: true, default: [] })
  switchedOff: string[];

  @Column('text', { default: 'first-then-digest' })
  pace: string;

  @Column('int', { default: 8 })
  digestHour: number;

  /** `22:00` by the clock where the person is. */
  @Column('text', { nullable: true })
  quietFrom: string | null;

  @Column('text', { nullable: true })
  quietTo: string | null;

  /** ISO 8601 weekdays. */
  @Column('int', { array: true, default: [] })
  quietDays: number[];

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
