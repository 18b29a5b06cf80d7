import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganizationEntity } from './organization.entity.js';

/** One spelling of an organization's name, in any script. Two organizations may share one. */
@Entity('organization_alias')
@Index('ix_organization_alias_folded', ['folded'])
@Index('ix_organization_alias_folded_trgm', { synchronize: false })
@Check(
  'ck_organization_alias_source',
  `source in ('slug', 'name', 'core', 'import', 'stated', 'former', 'merged')`,
)
export class OrganizationAliasEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => OrganizationEntity, { onDelete: 'CASCADE' })
  organizationId: string;

  /** See `nameKey` in domain/fold-name.ts. */
  @PrimaryColumn('text')
  folded: string;

  @Column('text')
  name: string;

  @Column('text')
  source: string;
}
