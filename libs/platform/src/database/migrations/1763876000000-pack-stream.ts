import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SignStream1763873000000 } from './1763873000000-sign-stream.js';

/** A batch of messages is one row of the stream, not one for each: what a batch costs hardly grows with it. */
export class PackStream1763876000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ws_publish(text[], bytea[], text);
      -- Pushes are hints: those of the minutes before are given up.
      truncate ws_stream;
      alter table ws_stream drop column nsp;
      alter table ws_stream rename column message to messages;
      alter table ws_stream
        add column count int not null,
        -- Read back seldom, written at once: packing it would cost more than it saves.
        alter column messages set storage external;

      -- Appends p_count messages, one behind the other in p_messages, as one row and answers the number of the last,
      -- which is the id of the row. The lock is held until commit, so numbers become visible in order and without
      -- holes: a reader may go on from the last one it saw. Announced is <first>:<last>:<by>:<messages>, the messages
      -- in base64 and left out when they are too long for NOTIFY. A push is a hint, so nobody waits for the disk.
      create function ws_publish(p_count int, p_messages bytea, p_by text) returns bigint language plpgsql as $$
        declare
          v_last bigint;
        begin
          perform set_config('synchronous_commit', 'off', true);
          perform pg_advisory_xact_lock(7001002);
          select max(nextval('ws_stream_id')) into v_last from generate_series(1, p_count);
          insert into ws_stream (id, count, messages) values (v_last, p_count, p_messages);
          perform pg_notify('ws_stream', v_last - p_count + 1 || ':' || v_last || ':' || p_by || ':' || case
            when length(p_messages) < 5600 then translate(encode(p_messages, 'base64'), E'\\n', '')
            else '' end);
          return v_last;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ws_publish(int, bytea, text);
      truncate ws_stream;
      alter table ws_stream drop column count;
      alter table ws_stream rename column messages to message;
      alter table ws_stream
        add column nsp text not null,
        alter column message set storage extended;
      create function ws_publish(text[], bytea[]) returns bigint language sql as 'select 0::bigint';
    `);
    await new SignStream1763873000000().up(runner);
  }
}
