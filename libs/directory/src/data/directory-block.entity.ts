import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Which of 14,336 entries have a value of a facet, or are about a concept, one bit each: filters are ands and ors of bits,
 * counting is counting them. See domain/entry-set.ts.
 */
@Entity('directory_block')
export class DirectoryBlockEntity {
  /** `country:KR`; `#thm.golf` for what is about it, `+thm.golf` for what declares it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_directory_block' })
  token: string;

  /** `ord / 14336` of its entries. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_directory_block' })
  block: number;

  /** Of the facet; null for concepts. */
  @Column('text', { nullable: true })
  field: string | null;

  @Column({ type: 'bit', length: '14336' })
  members: string;
}
