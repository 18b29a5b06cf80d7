import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Announces what was appended to the stream in one batch by one notification instead of one for each message. */
export class BatchStream1763862000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Appends messages in the given order and answers the last id; the first one is as many less. The lock is
      -- held until commit, so ids become visible in order, without a hole within a batch: a reader may go on from
      -- the last id it saw. Announced is <first>:<last>:<messages>, in base64 and joined by commas; without
      -- messages when they are too long for NOTIFY. A push is a hint, so nobody waits for the disk.
      create or replace function ws_publish(p_nsps text[], p_messages bytea[]) returns bigint language plpgsql as $$
        declare
          v_first bigint;
          v_last bigint;
          v_bytes bigint;
          v_inline text;
        begin
          perform set_config('synchronous_commit', 'off', true);
          perform pg_advisory_xact_lock(7001002);
          with appended as (
            insert into ws_stream (id, nsp, message)
            select nextval('ws_stream_id'), m.nsp, m.message from unnest(p_nsps, p_messages) as m (nsp, message)
            returning id, message
          )
          select min(id), max(id), sum(length(message) + 3) into v_first, v_last, v_bytes from appended;
          if v_bytes < 5600 then
            select string_agg(translate(encode(m.message, 'base64'), E'\\n', ''), ',' order by m.place) into v_inline
            from unnest(p_messages) with ordinality as m (message, place);
          end if;
          perform pg_notify('ws_stream', v_first || ':' || v_last || ':' || coalesce(v_inline, ''));
          return v_last;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function ws_publish(p_nsps text[], p_messages bytea[]) returns bigint language plpgsql as $$
        declare
          v_id bigint;
        begin
          perform set_config('synchronous_commit', 'off', true);
          perform pg_advisory_xact_lock(7001002);
          for i in 1 .. cardinality(p_messages) loop
            v_id := nextval('ws_stream_id');
            insert into ws_stream (id, nsp, message) values (v_id, p_nsps[i], p_messages[i]);
            perform pg_notify('ws_stream', v_id || ':' || case
              when length(p_messages[i]) < 5700 then translate(encode(p_messages[i], 'base64'), E'\\n', '')
              else '' end);
          end loop;
          return v_id;
        end $$;
    `);
  }
}
