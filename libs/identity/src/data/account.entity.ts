import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** How a person signs in: e-mail and password. */
@Entity('account')
@Unique('uq_account_person_id', ['personId'])
@Unique('uq_account_email_folded', ['emailFolded'])
@Check('ck_account_state', `state in ('pending', 'active', 'suspended')`)
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity)
  personId: string;

  /** As typed; mail goes here. */
  @Column('text')
  email: string;

  /** What two spellings of one address share; see domain/email.ts. */
  @Column('text')
  emailFolded: string;

  /** argon2id, in PHC string format. */
  @Column('text')
  passwordHash: string;

  @Column('text', { default: 'pending' })
  state: string;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  confirmedAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  passwordChangedAt: Date;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
