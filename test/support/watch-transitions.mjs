/**
 * What every test database keeps of the run: each change of a state that the application made in the tables of calls,
 * proposals, reviews, decisions, projects, consulting and engagements, with the transaction it was made in. In a schema of its own, so that
 * nothing that looks through the product's tables finds it; what a test arranges as the owner is no transition.
 */
export const WATCH_TRANSITIONS = `
  create schema test_watch;
  create table test_watch.transition (
    table_name text not null, row_id text, from_state text, to_state text, xid xid8 not null, is_stamped boolean not null
  );
  create function test_watch.note() returns trigger language plpgsql security definer as $$
    begin
      if current_setting('role') = 'ttn_app' then
        insert into test_watch.transition values (tg_table_name, to_jsonb(new) ->> 'id', old.state, new.state,
          pg_current_xact_id(), new.changed_xid = pg_current_xact_id());
      end if;
      return null;
    end $$;
  do $$
    declare watched text;
    begin
      for watched in
        select c.table_name from information_schema.columns c
        join information_schema.columns x on x.table_schema = c.table_schema and x.table_name = c.table_name
          and x.column_name = 'changed_xid'
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
          and t.table_type = 'BASE TABLE'
        where c.table_schema = 'public' and c.column_name = 'state'
          and c.table_name ~ '^(call|proposal|review|decision|project|consulting|quote|expert|engagement)'
      loop
        execute format('create trigger zz_watch_transition after update on %I for each row
          when (old.state is distinct from new.state) execute function test_watch.note()', watched);
      end loop;
    end $$;`;

/** Transitions of the run without an audit row of the same transaction, or whose row does not name it. */
export const UNAUDITED_TRANSITIONS = `
  select table_name, from_state, to_state, is_stamped, count(*)::int as times
  from test_watch.transition t
  where not is_stamped or not exists (select from audit_entry a where a.xid = t.xid)
  group by 1, 2, 3, 4 order by 1, 2, 3`;
