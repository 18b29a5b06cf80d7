import { AccessTokens } from '#libs/platform/auth';
import type { TtnConfig } from '#libs/platform/config';
import type { ThrowAwayDatabase } from '../setting/throw-away-database.js';

/** Somebody signed in, who speaks for one organization. */
export interface Talker {
  readonly personId: string;
  readonly sessionId: string;
  readonly organizationId: string;
  /** An access token as signing in would give it. */
  readonly token: string;
}

/** A conversation and who takes part in it. */
export interface Room {
  readonly id: string;
  readonly members: readonly Talker[];
}

type Row = Omit<Talker, 'token'>;

/** Puts people into a migrated database, ten to an organization, all signed in. */
export async function seatTalkers(
  database: Pick<ThrowAwayDatabase, 'query'>,
  config: TtnConfig,
  count: number,
): Promise<Talker[]> {
  const rows = await database.query<Row>(TALKERS, [count]);
  const tokens = new AccessTokens(config);
  return rows.map((row) => ({ ...row, token: tokens.issue(row.personId, row.sessionId).accessToken }));
}

/** Opens one conversation for each list of members. */
export async function openRooms(
  database: Pick<ThrowAwayDatabase, 'query'>,
  lists: readonly (readonly Talker[])[],
): Promise<Room[]> {
  const ids = await database.query<{ id: string }>(CONVERSATIONS, [lists.length]);
  const rooms = lists.map((members, index) => ({ id: ids[index]?.id ?? '', members }));
  const seats = rooms.flatMap(({ id, members }) => members.map((member) => ({ id, member })));
  await database.query(SEATS, [
    seats.map(({ id }) => id),
    seats.map(({ member }) => member.personId),
    seats.map(({ member }) => member.organizationId),
  ]);
  return rooms;
}

/** Fills a conversation that is empty with so many messages of its first member; nothing is checked on the way. */
export async function fillRoom(
  database: Pick<ThrowAwayDatabase, 'query'>,
  { id, members: [author] }: Room,
  count: number,
): Promise<void> {
  if (!author) throw new Error('Nobody is there to have written.');
  await database.query(
    FILL.replaceAll(':room', `'${id}'`)
      .replaceAll(':count', String(count))
      .replaceAll(':person', `'${author.personId}'`)
      .replaceAll(':organization', `'${author.organizationId}'`),
  );
}

const TALKERS = `
  with firm as materialized (
    select uuidv7() as id, n from generate_series(0, ($1::int - 1) / 10) n
  ), firms as (
    insert into organization (id, slug, kind, name, name_folded, country, languages, state)
    select id, 'firm-' || id, 'sme', 'Firm ' || n, 'firm ' || n, 'KR', '{en,ko}', 'active' from firm
  ), human as materialized (
    select uuidv7() as id, uuidv7() as session_id, n from generate_series(0, $1::int - 1) n
  ), persons as (
    insert into person (id, display_name, language, time_zone)
    select id, 'Talker ' || n, 'en', 'Asia/Seoul' from human
  ), accounts as (
    insert into account (id, person_id, email, email_folded, password_hash, state)
    select uuidv7(), id, id || '@bench.invalid', id || '@bench.invalid', '-', 'active' from human
  ), sessions as (
    insert into session (id, person_id, expires_at) select session_id, id, now() + interval '1 day' from human
  ), members as (
    insert into membership (id, organization_id, person_id, role)
    select uuidv7(), firm.id, human.id, 'owner' from human join firm on firm.n = human.n / 10
  )
  select human.id as "personId", session_id as "sessionId", firm.id as "organizationId"
  from human join firm on firm.n = human.n / 10 order by human.n`;

const CONVERSATIONS = `
  insert into conversation (id, about_type, about_id)
  select uuidv7(), 'interest', uuidv7() from generate_series(1, $1::int) returning id`;

const SEATS = `
  insert into participant (conversation_id, person_id, organization_id)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])`;

/** Several statements at once take no parameters. */
const FILL = `
  begin;
  set local session_replication_role = replica;
  insert into message (id, conversation_id, seq, client_message_id, sender_id, sender_organization_id, body)
  select uuidv7(), :room, n, 'old-' || lpad(n::text, 8, '0'), :person, :organization,
    'Message number ' || n || ' of a long conversation'
  from generate_series(1, :count) n;
  update conversation set last_seq = :count, active_at = now() where id = :room;
  commit`;
