import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConsultingRequestEntity } from './consulting-request.entity.js';

/** Who pays which part of a request. */
@Entity('consulting_cost_bearer')
@Index('ix_consulting_cost_bearer_organization_id', ['organizationId'])
@Check('ck_consulting_cost_bearer_share', `share_basis_points between 1 and 10000`)
export class ConsultingCostBearerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consulting_cost_bearer' })
  @ForeignKey(() => ConsultingRequestEntity)
  requestId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consulting_cost_bearer' })
  @ForeignKey('organization')
  organizationId: string;

  /** Of the whole, which is 10,000. */
  @Column('int')
  shareBasisPoints: number;
}
