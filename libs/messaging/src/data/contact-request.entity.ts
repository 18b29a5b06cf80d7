import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ContactRequestState } from '../domain/contact-request.js';

/** Somebody asks an organization they do not know yet whether they may talk. Not here: `changed_xid`. */
@Entity('contact_request')
@Check('ck_contact_request_state', `state in ('waiting', 'accepted', 'declined', 'withdrawn')`)
@Check('ck_contact_request_message', 'char_length(message) between 1 and 1000')
@Index('ix_contact_request_from_organization_id', ['fromOrganizationId', 'createdAt'])
@Index('ix_contact_request_to_organization_id', ['toOrganizationId', 'createdAt'])
export class ContactRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('person')
  fromPersonId: string;

  @Column('uuid')
  @ForeignKey('organization')
  fromOrganizationId: string;

  @Column('uuid')
  @ForeignKey('organization')
  toOrganizationId: string;

  @Column('text')
  message: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { default: 'waiting' })
  state: ContactRequestState;

  /** What it opened, once accepted. */
  @Column('uuid', { nullable: true })
  @ForeignKey('conversation')
  conversationId: string | null;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
