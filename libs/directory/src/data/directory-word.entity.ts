import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A word that misspelled ones may be corrected to. The GIN index over `cuts` stands in the migration. */
@Entity('directory_word')
@Index('ix_directory_word_cuts', { synchronize: false })
export class DirectoryWordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_directory_word' })
  word: string;

  /** See `cutsOf` in domain/spelling.ts. */
  @Column('text', { array: true })
  cuts: string[];
}
