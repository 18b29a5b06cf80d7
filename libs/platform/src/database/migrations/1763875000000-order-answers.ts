import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions and answers keep the moments they were emitted, for workers may take them up in any order: an answer ends
 * what was asked before it, also where that is told only afterwards, and nothing that was asked since.
 */
export class OrderAnswers1763875000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_answer (
        object_id uuid not null,
        type text not null,
        whose uuid not null,
        moment text not null,
        constraint pk_notice_answer primary key (object_id, type, whose)
      );
      create index ix_notice_answer_whose on notice_answer (whose);
      grant select, insert, update, delete on notice_answer to ttn_app;

      alter table notice rename column waits_for to waited_for;
      alter table notice add column waits_for jsonb not null default '{}';
      update notice set waits_for = (
        select jsonb_object_agg(type, to_char(told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from unnest(waited_for) as type
      ) where waited_for <> '{}';
      alter table notice drop column waited_for;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice rename column waits_for to waited_for;
      alter table notice add column waits_for text[] not null default '{}';
      update notice set waits_for = array(select jsonb_object_keys(waited_for));
      alter table notice drop column waited_for;
      drop table notice_answer;
    `);
  }
}
