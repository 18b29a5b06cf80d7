import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search gathers its hits as sets of bits: larger blocks, of concepts as well as of facets, and orders that are read
 * without the rows.
 */
export class GatherFound1763815000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What thousands of rows are looked at for stays in them, all else stands apart. Starting helpers costs more than
    // they save in a search of some milliseconds.
    await runner.query(`
      alter table directory_entry set (toast_tuple_target = 128);
      alter table directory_entry alter column facets set storage extended;
      alter table directory_entry alter column concepts set storage extended;

      create table directory_lexeme (
        ord int constraint pk_directory_lexeme primary key,
        lexemes tsvector not null
      ) with (toast_tuple_target = 128, parallel_workers = 0);
      alter table directory_lexeme alter column lexemes set storage external;
      insert into directory_lexeme (ord, lexemes) select ord, lexemes from directory_entry where visible;
      create index ix_directory_lexeme_lexemes on directory_lexeme using gin (lexemes) with (fastupdate = off);
      alter table directory_entry drop column lexemes;
      grant select, insert, update, delete on directory_lexeme to ttn_app;

      drop index ix_directory_entry_standing, ix_directory_entry_name, ix_directory_entry_listed_at;
      create index ix_directory_entry_standing on directory_entry (standing, name_folded, id) include (ord) where visible;
      create index ix_directory_entry_name on directory_entry (name_folded, id) include (ord) where visible;
      create index ix_directory_entry_listed_at on directory_entry (listed_at, id) include (ord) where visible;
    `);
    await changeBlocks(runner, 4096, 'unnest(facets) union all ' + CONCEPT_TOKENS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeBlocks(runner, 1024, 'unnest(facets)');
    await runner.query(`
      drop index ix_directory_entry_standing, ix_directory_entry_name, ix_directory_entry_listed_at;
      create index ix_directory_entry_standing on directory_entry (standing, name_folded, id) where visible;
      create index ix_directory_entry_name on directory_entry (name_folded, id) where visible;
      create index ix_directory_entry_listed_at on directory_entry (listed_at, id) where visible;

      alter table directory_entry add column lexemes tsvector;
      alter table directory_entry alter column lexemes set storage external;
      update directory_entry e set lexemes = l.lexemes from directory_lexeme l where l.ord = e.ord;
      create index ix_directory_entry_lexemes on directory_entry using gin (lexemes) with (fastupdate = off);
      drop table directory_lexeme;

      alter table directory_entry alter column facets set storage main;
      alter table directory_entry alter column concepts set storage main;
      alter table directory_entry set (toast_tuple_target = 512);
    `);
  }
}

const CONCEPT_TOKENS = `
  select '#' || ltrim(code, '~') from unnest(concepts) as code union all
  select '+' || code from unnest(concepts) as code where code not like '~%'`;

/** Makes all bits anew. */
async function changeBlocks(runner: QueryRunner, size: number, tokens: string): Promise<void> {
  await runner.query(`
    delete from directory_block;
    alter table directory_block alter column members type bit(${size});
    insert into directory_block (block, token, members)
    select ord / ${size}, token, bit_or(set_bit(0::bit(${size}), ord % ${size}, 1))
    from directory_entry, lateral (select ${tokens}) as tokens (token)
    where visible group by ord / ${size}, token;
  `);
}
