import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CallEntity } from './call.entity.js';

/** An organization that is told what happens to a call: it asked for it, or is part of a proposal. */
@Entity('call_follower')
@Index('ix_call_follower_organization_id', ['organizationId'])
export class CallFollowerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_follower' })
  @ForeignKey(() => CallEntity)
  callId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_call_follower' })
  @ForeignKey('organization')
  organizationId: string;

  /** It has a draft or a submission: it cannot stop following. */
  @Column('boolean', { default: false })
  isConcerned: boolean;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
