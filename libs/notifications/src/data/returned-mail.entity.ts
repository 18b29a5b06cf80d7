import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that came back to one of ours and was dealt with, once. Holds nothing of what it said. */
@Entity('returned_mail')
export class ReturnedMailEntity {
  /** Of the mail it came back to and its own Message-ID. */
  @PrimaryColumn('text')
  digest: string;

  /** What became of it. */
  @Column('text')
  outcome: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
