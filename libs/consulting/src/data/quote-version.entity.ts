import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QuoteEntity } from './quote.entity.js';

/** What an expert offered from one moment on; never changed. */
@Entity('quote_version')
@Index('ix_quote_version_saved_by', ['savedBy'])
@Check('ck_quote_version_number', `number >= 1`)
@Check('ck_quote_version_sessions', `sessions between 0 and 200`)
@Check('ck_quote_version_money', `fee_minor >= 0 and tax_minor >= 0`)
export class QuoteVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quote_version' })
  @ForeignKey(() => QuoteEntity)
  quoteId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_quote_version' })
  number: number;

  @Column('text')
  scope: string;

  @Column('text')
  language: string;

  @Column('int')
  sessions: number;

  @Column('jsonb', { default: () => `'[]'` })
  deliverables: object;

  @Column('bigint')
  feeMinor: string;

  @Column('bigint')
  taxMinor: string;

  @Column('char', { length: 3 })
  currency: string;

  @Column('jsonb', { default: () => `'[]'` })
  costShares: object;

  @Column('date')
  validUntil: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid')
  savedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  savedAt: Date;
}
