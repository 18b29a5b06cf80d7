import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the people of a consortium say to each other about the sections they write. */
export class CommentSections1763856000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal_comment (
        id uuid constraint pk_proposal_comment primary key,
        proposal_id uuid not null constraint fk_proposal_comment_proposal_id references proposal (id),
        section text not null,
        thread_id uuid constraint fk_proposal_comment_thread_id references proposal_comment (id),
        quote text,
        body text not null,
        language text not null,
        author_id uuid not null constraint fk_proposal_comment_author_id references person (id),
        organization_id uuid not null constraint fk_proposal_comment_organization_id references organization (id),
        resolved_at timestamptz(3),
        resolved_by uuid,
        pushed_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_proposal_comment_section check (section in ('need', 'approach', 'impact', 'risks')),
        constraint ck_proposal_comment_thread
          check (thread_id is null or (quote is null and resolved_at is null and resolved_by is null)),
        constraint ck_proposal_comment_resolved check ((resolved_at is null) = (resolved_by is null))
      );
      create index ix_proposal_comment_proposal_id_id on proposal_comment (proposal_id, id);
      create index ix_proposal_comment_author_id on proposal_comment (author_id);
      create index ix_proposal_comment_unpushed on proposal_comment (id) where pushed_at is null;
      create function proposal_comment_announce() returns trigger language plpgsql as $$
        begin
          perform pg_notify('proposal_comment_changed', '');
          return null;
        end $$;
      create trigger proposal_comment_announce after insert or update on proposal_comment
        for each row when (new.pushed_at is null) execute function proposal_comment_announce();
      grant select, insert, update on proposal_comment to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proposal_comment; drop function proposal_comment_announce;');
  }
}
