import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** A link sent by mail that changes an account, once. The token itself is stored nowhere; a new link voids the old. */
@Entity('account_link')
@Unique('uq_account_link_token_hash', ['tokenHash'])
@Unique('uq_account_link_account_id_purpose', ['accountId', 'purpose'])
@Index('ix_account_link_expires_at', ['expiresAt'])
@Check('ck_account_link_purpose', `purpose in ('password-reset', 'email-change')`)
@Check('ck_account_link_new_email', `(purpose = 'email-change') = (new_email is not null)`)
export class AccountLinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  purpose: string;

  /** SHA-256. */
  @Column('bytea')
  tokenHash: Buffer;

  /** The address the account shall have. */
  @Column('text', { nullable: true })
  newEmail: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
