import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';
import { EngagementPartyEntity } from './engagement-party.entity.js';

/** An account of one party of an engagement, in its currency; never changed. */
@Entity('ledger_account')
@Unique('uq_ledger_account_party_id_kind', ['partyId', 'kind'])
@Check('ck_ledger_account_kind', `kind in ('owed', 'fees', 'tax', 'received')`)
@Index('ix_ledger_account_engagement_id', ['engagementId'])
export class LedgerAccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_account' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('uuid')
  @ForeignKey(() => EngagementPartyEntity)
  partyId: string;

  @Column('text')
  kind: string;

  @Column({ type: 'char', length: 3 })
  currency: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
