import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { VoteEntity } from './vote.entity.js';

/** A seat of the electorate as it was when the vote opened; never changed. */
@Entity('vote_seat')
@Unique('uq_vote_seat_vote_id_country_number', ['voteId', 'country', 'number'])
@Unique('uq_vote_seat_vote_id_organization_id', ['voteId', 'organizationId'])
@Index('ix_vote_seat_organization_id', ['organizationId', 'voteId'])
@Check('ck_vote_seat_number', `number in (1, 2)`)
@Check('ck_vote_seat_standing', `standing in ('voting', 'vacant', 'conflict')`)
@Check('ck_vote_seat_holder', `(standing = 'vacant') = (organization_id is null)`)
export class VoteSeatEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_vote_seat' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => VoteEntity)
  voteId: string;

  @Column('text')
  @ForeignKey('country')
  country: string;

  @Column('int')
  number: number;

  @Column('int')
  memberCities: number;

  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  organizationId: string | null;

  @Column('text')
  standing: string;
}
