import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** A link sent to an address to prove that its owner registered. The token itself is stored nowhere. */
@Entity('email_confirmation')
@Unique('uq_email_confirmation_token_hash', ['tokenHash'])
@Index('ix_email_confirmation_account_id', ['accountId', 'createdAt'])
export class EmailConfirmationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  accountId: string;

  /** SHA-256. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  usedAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
