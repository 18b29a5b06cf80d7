import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a visible entry is found by, apart from the entry: thousands of these rows are looked at in a search, so they are as
 * small as can be. The GIN index `ix_directory_lexeme_lexemes` stands in the migration.
 */
@Entity('directory_lexeme')
@Index('ix_directory_lexeme_lexemes', { synchronize: false })
export class DirectoryLexemeEntity {
  /** Of the entry. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_directory_lexeme' })
  ord: number;

  /** See domain/lexemes.ts. */
  @Column('tsvector')
  lexemes: string;

  /**
   * PostgreSQL moves a long column out of the row only when the row is longer than two thousand bytes. This makes it so and
   * is nothing itself when compressed; without it the lexemes fill the pages a search has to visit.
   */
  @Column('text', { default: () => "repeat(' ', 2048)" })
  ballast: string;
}
