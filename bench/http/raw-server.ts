import { fastify, type FastifyInstance } from 'fastify';
import pg from 'pg';
import { v7 } from 'uuid';
import { ID_PARAMS, LIST_ANSWER, LIST_QUERY, MESSAGE, MESSAGE_ANSWER, ONE_ANSWER } from './raw-schemas.js';
import { type Statements, statementsOfTtn } from './statements.js';

/**
 * What TTN is measured against: Fastify and pg, nothing else. The same routes, answers, prepared statements, pool
 * and connection settings; no sign-in, no permission, no request log, no audience to push to. A message is one
 * statement, which is one transaction, of its own.
 */
const { DATABASE_URL = '', DATABASE_POOL_MAX = '', PORT = '' } = process.env;
const FIRST = ['', '00000000-0000-0000-0000-000000000000'];

const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(DATABASE_POOL_MAX),
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  options: '-c role=ttn_app -c synchronous_commit=on -c statement_timeout=30s',
});

type Row = Record<string, unknown>;
interface Names {
  code: string;
  names: { texts: Record<string, { text: string }> };
}

async function rows<Result extends pg.QueryResultRow = Row>(
  name: keyof Statements,
  values: unknown[] = [],
): Promise<Result[]> {
  return (await pool.query<Result>({ name, text: statements[name], values })).rows;
}

const statements = await statementsOfTtn();
const countryNames = new Map(
  (await rows<Names>('countries')).map(({ code, names }) => [
    code,
    Object.entries(names.texts).map(([language, { text }]) => ({ language, text })),
  ]),
);

interface ListQuery {
  kind: string[];
  country: string[];
  limit: number;
  cursor?: string;
}

async function list({ kind, country, limit, cursor }: ListQuery) {
  const after = cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]) : FIRST;
  const found = await rows('list', [...after, limit + 1, kind[0], country[0]]);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const nextCursor =
    last === undefined ? null : Buffer.from(JSON.stringify([last.nameFolded, last.id])).toString('base64url');
  return { items, nextCursor };
}

interface Alias {
  name: string;
  source: string;
}
interface Member {
  personId: string;
  role: string;
  signatory: boolean;
  joinedAt: Date;
  version: number;
}
interface Identification {
  website: string | null;
  registrationNumber: string | null;
  emailDomain: string | null;
}
interface Person {
  id: string;
  displayName: string;
  latinName: string | null;
}
type Organization = Row & { name: string; nameLocal: string | null; country: string };

const UNSHOWN = new Set(['slug', 'core', 'merged']);

async function one(id: string) {
  const [organization] = await rows<Organization>('one', [id]);
  if (!organization) return undefined;
  const [aliases, [identification], members] = await Promise.all([
    rows<Alias>('aliases', [[id]]),
    rows<Identification>('identification', [id]),
    membersOf(id),
  ]);
  const { name, nameLocal, country } = organization;
  const others = aliases.filter(
    (alias) => !UNSHOWN.has(alias.source) && alias.name !== name && alias.name !== nameLocal,
  );
  return {
    ...organization,
    countryNames: countryNames.get(country) ?? [],
    aliases: others.map((alias) => alias.name),
    statedAliases: others
      .filter(({ source }) => source === 'stated' || source === 'former')
      .map((alias) => alias.name),
    website: identification?.website ?? null,
    registrationNumber: identification?.registrationNumber ?? null,
    emailDomain: identification?.emailDomain ?? null,
    members,
    abilities: { update: false, seeMembers: true, manageMembers: false, inviteOwner: false, merge: false },
  };
}

async function membersOf(id: string) {
  const members = await rows<Member>('members', [[id]]);
  const persons = await rows<Person>('persons', [members.map(({ personId }) => personId)]);
  const byId = new Map(persons.map((person) => [person.id, person]));
  return members.map((member) => {
    const person = byId.get(member.personId);
    return { ...member, displayName: person?.displayName ?? '', latinName: person?.latinName ?? null };
  });
}

interface Draft {
  clientMessageId: string;
  body: string;
  language?: string;
}
interface Written {
  id: string;
  seq: number;
  body: string | null;
  posted_at: Date;
}

async function write(conversationId: string, senderId: string, senderOrganizationId: string, draft: Draft) {
  const { clientMessageId, body, language = null } = draft;
  const sent = [v7(), conversationId, senderId, senderOrganizationId, clientMessageId, body, language];
  const [written] = await rows<Written>(
    'write',
    [...sent, null, 'raw', v7(), v7()].map((value) => [value]),
  );
  if (!written) return undefined;
  return {
    ...{ id: written.id, conversationId, seq: written.seq, clientMessageId, senderId, senderOrganizationId },
    ...{ body, language, postedAt: written.posted_at.toISOString(), duplicate: written.body !== null },
  };
}

function serve(app: FastifyInstance): void {
  app.get<{ Querystring: ListQuery }>(
    '/api/v1/organizations',
    { schema: { querystring: LIST_QUERY, response: { 200: LIST_ANSWER } } },
    (request) => list(request.query),
  );
  app.get<{ Params: { id: string } }>(
    '/api/v1/organizations/:id',
    { schema: { params: ID_PARAMS, response: { 200: ONE_ANSWER } } },
    async (request, reply) => (await one(request.params.id)) ?? reply.code(404).send(),
  );
  app.post<{ Params: { id: string }; Body: Draft }>(
    '/api/v1/conversations/:id/messages',
    { schema: { params: ID_PARAMS, body: MESSAGE, response: { 201: MESSAGE_ANSWER } } },
    async (request, reply) => {
      const { 'x-person-id': person, 'x-organization-id': organization } = request.headers;
      const written = await write(request.params.id, String(person), String(organization), request.body);
      return written ? reply.code(201).send(written) : reply.code(404).send();
    },
  );
}

const app = fastify({ logger: false });
serve(app);
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
process.send?.({ type: 'ready' });
