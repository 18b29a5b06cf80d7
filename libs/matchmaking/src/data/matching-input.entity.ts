import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a score was computed from: a party, the numbers of the model, or how concepts hang together. Never changed. */
@Entity('matching_input')
export class MatchingInputEntity {
  /** SHA-256 of the content as it was written. */
  @PrimaryColumn('text')
  hash: string;

  @Column('jsonb')
  content: object;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** When a score was last computed from it, give or take a day. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  usedAt: Date;
}
