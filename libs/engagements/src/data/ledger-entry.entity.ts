import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';
import { EngagementPartyEntity } from './engagement-party.entity.js';

/** A fact about fees that was recorded; never changed. A trigger sees that its postings cancel out. */
@Entity('ledger_entry')
@Unique('uq_ledger_entry_engagement_id_kind_reference', ['engagementId', 'kind', 'reference'])
@Unique('uq_ledger_entry_reverses_id', ['reversesId'])
@Check('ck_ledger_entry_kind', `kind in ('invoiced', 'paid', 'reversal')`)
@Check('ck_ledger_entry_reverses_id', `(reverses_id is not null) = (kind = 'reversal')`)
export class LedgerEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_entry' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('uuid')
  @ForeignKey(() => EngagementPartyEntity)
  partyId: string;

  @Column('text')
  kind: string;

  @Column('text')
  reference: string;

  @Column('date')
  day: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('ledger_entry')
  reversesId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
