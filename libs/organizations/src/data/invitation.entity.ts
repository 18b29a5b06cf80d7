import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganizationEntity } from './organization.entity.js';

/** An invitation to an address. The address goes when the invitation is settled. */
@Entity('invitation')
@Unique('uq_invitation_token_hash', ['tokenHash'])
@Index('uq_invitation_open', ['organizationId', 'emailFolded'], { unique: true, where: `state = 'open'` })
@Index('ix_invitation_email_folded', ['emailFolded'], { where: `state = 'open'` })
@Check('ck_invitation_state', `state in ('open', 'accepted', 'declined', 'revoked', 'expired')`)
@Check('ck_invitation_email', `(state = 'open') = (email is not null and email_folded is not null)`)
@Check('ck_invitation_accepted_by', `(state = 'accepted') = (accepted_by is not null)`)
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => OrganizationEntity)
  organizationId: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  emailFolded: string | null;

  @Column('text')
  role: string;

  @Column('boolean', { default: false })
  signatory: boolean;

  /** BCP 47, of the mail. */
  @Column('text')
  language: string;

  /** SHA-256 of the token in the newest mail. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('text', { default: 'open' })
  state: string;

  @Column('uuid')
  @ForeignKey('person')
  invitedBy: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('person')
  acceptedBy: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
