import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** A refresh token that was handed out, as its hash. Kept while the session lives, so that a reuse is seen. */
@Entity('refresh_token')
@Unique('uq_refresh_token_session_id_generation', ['sessionId', 'generation'])
export class RefreshTokenEntity {
  /** SHA-256. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @ForeignKey(() => SessionEntity, { onDelete: 'CASCADE' })
  sessionId: string;

  @Column('int')
  generation: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
