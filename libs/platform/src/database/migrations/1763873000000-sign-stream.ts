import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BatchStream1763862000000 } from './1763862000000-batch-stream.js';

/** Announcements say who published, who then need not read what it has. */
export class SignStream1763873000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As it was, announced as <first>:<last>:<by>:<messages>.
      drop function ws_publish(text[], bytea[]);
      create function ws_publish(p_nsps text[], p_messages bytea[], p_by text) returns bigint language plpgsql as $$
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
          perform pg_notify('ws_stream', v_first || ':' || v_last || ':' || p_by || ':' || coalesce(v_inline, ''));
          return v_last;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ws_publish(text[], bytea[], text)`);
    await new BatchStream1763862000000().up(runner);
  }
}
