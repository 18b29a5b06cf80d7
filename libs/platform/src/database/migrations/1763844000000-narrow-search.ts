import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search visits thousands of rows for their numbers alone: what else is in them moves out, and is not read again. */
export class NarrowSearch1763844000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory_lexeme_narrow (
        ord int,
        lexemes tsvector not null,
        ballast text not null default repeat(' ', 2048)
      ) with (toast_tuple_target = 128, parallel_workers = 0);
      alter table directory_lexeme_narrow alter column lexemes set storage external;
      insert into directory_lexeme_narrow (ord, lexemes) select ord, lexemes from directory_lexeme order by ord;
      drop table directory_lexeme;
      alter table directory_lexeme_narrow rename to directory_lexeme;
      alter table directory_lexeme add constraint pk_directory_lexeme primary key (ord);
      create index ix_directory_lexeme_lexemes on directory_lexeme using gin (lexemes) with (fastupdate = off);
      grant select, insert, update, delete on directory_lexeme to ttn_app;
    `);
    await changeBlocks(runner, 14_336, 'add column field text');
    await runner.query(`
      alter table directory_block alter column members set storage plain;
      update directory_block set field = split_part(token, ':', 1) where token ~ '^[a-z]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeBlocks(runner, 4096, 'drop column field');
    await runner.query(`
      alter table directory_block alter column members set storage extended;
      alter table directory_lexeme drop column ballast;
    `);
  }
}

/** Makes all bits anew. */
async function changeBlocks(runner: QueryRunner, size: number, change: string): Promise<void> {
  await runner.query(`
    delete from directory_block;
    alter table directory_block alter column members type bit(${size}), ${change};
    insert into directory_block (block, token, members)
    select block, token, bit_or(bits::bit(64)::bit(${size}) >> (word * 64)) from (
      select ord / ${size} as block, ord % ${size} / 64 as word, token, bit_or(1::bigint << (63 - ord % 64)) as bits
      from directory_entry, lateral (
        select unnest(facets) union all
        select '#' || ltrim(code, '~') from unnest(concepts) as code union all
        select '+' || code from unnest(concepts) as code where code not like '~%'
      ) tokens (token)
      where visible group by 1, 2, 3
    ) words group by block, token;
  `);
}
