import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who has a line open to one of the api processes, noted every few seconds. The table leaves no log. */
@Entity('open_line')
export class OpenLineEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  seenAt: Date;
}
