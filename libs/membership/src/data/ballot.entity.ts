import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteSeatEntity } from './vote-seat.entity.js';

/** The one ballot of a seat. The choice of a secret ballot is erased once it is counted. */
@Entity('ballot')
@Check('ck_ballot_choice', `choice in ('yes', 'no', 'abstain')`)
export class BallotEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ballot' })
  @ForeignKey(() => VoteSeatEntity)
  voteSeatId: string;

  @Column('text', { nullable: true })
  choice: string | null;

  @Column('uuid')
  castBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  castAt: Date;
}
