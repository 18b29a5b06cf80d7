import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LedgerAccountEntity } from './ledger-account.entity.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';

/** One line of an entry: debit above zero, credit below; never changed. */
@Entity('ledger_posting')
@Check('ck_ledger_posting_amount_minor', `amount_minor <> 0`)
@Index('ix_ledger_posting_account_id', ['accountId'])
export class LedgerPostingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_posting' })
  @ForeignKey(() => LedgerEntryEntity)
  entryId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_posting' })
  @ForeignKey(() => LedgerAccountEntity)
  accountId: string;

  @Column('bigint')
  amountMinor: string;
}
