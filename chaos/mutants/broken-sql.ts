import type { DatabaseServer } from '../database-server.js';

/** `post_messages` with one place of it written anew. */
async function rewrite(database: DatabaseServer, from: string | RegExp, to: string): Promise<void> {
  const [row] = await database.query<{ definition: string }>(
    `select pg_get_functiondef(oid) as definition from pg_proc where proname = 'post_messages'`,
  );
  const definition = row?.definition ?? '';
  const changed = definition.replace(from, to);
  if (changed === definition) throw new Error(`post_messages holds no ${String(from)}.`);
  await database.query(changed);
}

/** Nothing the apis and workers write waits for the disk, and the log is written out when a buffer is full, not before. */
export async function unsyncedCommits(database: DatabaseServer): Promise<void> {
  await database.query(UNSYNCED);
  // Zero would be the opposite: then every such commit has the log written out at once.
  await database.query(`alter system set wal_writer_flush_after = '1GB'`);
  await database.query(`alter system set wal_writer_delay = '10s'`);
  await database.query('select pg_reload_conf()');
}

export async function repeatingMessages(database: DatabaseServer): Promise<void> {
  await dropUnique(database, 'client_message_id');
  await rewrite(database, /and m\.client_message_id = i\.client_message_id/, 'and false');
}

export async function unlockedNumbers(database: DatabaseServer): Promise<void> {
  await dropUnique(database, 'seq');
  await rewrite(database, /perform 1 from conversation c[^;]*;/, 'perform pg_sleep(0.002);');
}

/** Drops the unique constraint of `message` whose last column this is. */
async function dropUnique(database: DatabaseServer, column: string): Promise<void> {
  const [row] = await database.query<{ name: string }>(
    `select conname as name from pg_constraint
     where conrelid = 'message'::regclass and contype = 'u' and conname like '%' || $1`,
    [column],
  );
  if (!row) throw new Error(`message has no unique constraint that ends in ${column}.`);
  await database.query(`alter table message drop constraint ${row.name} cascade`);
}

/** Their connections ask for commits that wait: only from within a transaction can that be undone. */
const UNSYNCED = `
  create function chaos_unsynced() returns trigger language plpgsql as $$
  begin
    if current_user = 'ttn_app' then perform set_config('synchronous_commit', 'off', true); end if;
    return null;
  end $$;
  do $$
  declare
    name text;
  begin
    for name in select format('%I', relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    loop
      execute format('create trigger chaos_unsynced before insert or update or delete on %s
        for each statement execute function chaos_unsynced()', name);
    end loop;
  end $$`;
