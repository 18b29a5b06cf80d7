import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization agreed to. No row: to nothing. */
@Entity('directory_consent')
export class DirectoryConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_directory_consent' })
  @ForeignKey('organization')
  organizationId: string;

  /** To stand in lists that others take out of the network. */
  @Column('boolean', { default: false })
  export: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
