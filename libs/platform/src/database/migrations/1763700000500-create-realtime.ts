import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stream through which API processes tell each other what to push. Both tables are unlogged: after a
 * crash of the database they are empty, and clients ask the API for what they missed. The sequence is not,
 * because an offset must never be given twice.
 */
export class CreateRealtime1763700000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence ws_stream_id;
      create unlogged table ws_stream (
        id bigint constraint pk_ws_stream primary key,
        nsp text not null,
        message bytea not null,
        at timestamptz(3) not null default now()
      );
      create index ix_ws_stream_at on ws_stream (at);

      create unlogged table ws_session (
        pid text constraint pk_ws_session primary key,
        data bytea not null,
        expires_at timestamptz(3) not null
      );
      create index ix_ws_session_expires_at on ws_session (expires_at);

      -- Appends messages in the given order and answers the last id. The lock is held until commit, so ids
      -- become visible in order; a reader may go on from the last id it saw. A message too long for NOTIFY
      -- is announced by its id alone. A push is a hint, so nobody waits for the disk.
      create function ws_publish(p_nsps text[], p_messages bytea[]) returns bigint language plpgsql as $$
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

      grant select, insert, delete on ws_stream to ttn_app;
      grant select, insert, update, delete on ws_session to ttn_app;
      grant usage, select on sequence ws_stream_id to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ws_publish(text[], bytea[]);
      drop table ws_session, ws_stream;
      drop sequence ws_stream_id;
    `);
  }
}
