import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which of 1,024 entries have a value of a facet, one bit each; counting is counting bits. */
@Entity('directory_block')
export class DirectoryBlockEntity {
  /** `country:KR` */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_directory_block' })
  token: string;

  /** `ord / 1024` of its entries. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_directory_block' })
  block: number;

  @Column({ type: 'bit', length: '1024' })
  members: string;
}
