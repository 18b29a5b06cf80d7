import { AdmissionHttpModule } from '#libs/admission/http';
import { ConsultingHttpModule } from '#libs/consulting/http';
import { DirectoryHttpModule } from '#libs/directory/http';
import { MatchmakingHttpModule } from '#libs/matchmaking/http';
import { MembershipHttpModule } from '#libs/membership/http';
import { MessagingHttpModule } from '#libs/messaging/http';
import { NotificationsHttpModule } from '#libs/notifications/http';
import { OpportunitiesHttpModule } from '#libs/opportunities/http';
import { systemActor } from '#libs/kernel';
import { OpenConversation } from '#libs/messaging';
import { ImportOrganizations } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { ProfilesHttpModule } from '#libs/profiles/http';
import { ProposalsHttpModule } from '#libs/proposals/http';
import { VocabularyHttpModule } from '#libs/vocabulary/http';
import { Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let network: Network;
let secretariat: string;
let administrator: SignedIn;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config(), [
    VocabularyHttpModule,
    MessagingHttpModule,
    ProfilesHttpModule,
    OpportunitiesHttpModule,
    ProposalsHttpModule,
    ConsultingHttpModule,
    MembershipHttpModule,
    MatchmakingHttpModule,
    AdmissionHttpModule,
    DirectoryHttpModule,
    NotificationsHttpModule,
  ]);
  secretariat = await network.organization('secretariat');
  administrator = await network.signedIn([secretariat, 'administrator']);
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

interface Line {
  readonly record: string;
  readonly moved: number;
  readonly stayed: number;
}

const merge = (from: string, into: string, dryRun = false, by = administrator) =>
  network.send(`/organizations/${from}/merge`, {
    token: by.token,
    organization: secretariat,
    body: { intoId: into, reason: 'Registered twice.', dryRun },
  });
const one = async (text: string, values: unknown[]): Promise<Record<string, unknown>> =>
  (await database.query<Record<string, unknown>>(text, values))[0] ?? {};
const ownerOf = async (table: string, id: string): Promise<unknown> =>
  (await one(`select organization_id as id from ${table} where id = $1`, [id])).id;
const linesOf = (body: object): Record<string, [moved: number, stayed: number]> =>
  Object.fromEntries(
    ((body as { lines?: Line[] }).lines ?? []).map(({ record, moved, stayed }) => [record, [moved, stayed]]),
  );

const write = (by: SignedIn, organization: string, url: string, body: object, method?: 'PUT') =>
  network.send(url, { token: by.token, organization, body, ...(method && { method }) });
const entry = async (by: SignedIn, organization: string, title: string): Promise<string> =>
  String(
    (
      await write(by, organization, `/organizations/${organization}/profile/entries`, {
        kind: 'offer',
        language: 'en',
        title,
      })
    ).body.id,
  );

/** Two companies that are one, each with an owner. */
async function twins() {
  const into = await network.organization('sme', 'Halla Trails');
  const from = await network.organization('sme', 'Halla Trails Ltd');
  return {
    into,
    from,
    owner: await network.signedIn([into, 'owner']),
    second: await network.signedIn([from, 'owner']),
  };
}

describe('a merger', () => {
  it('moves what people made, and leads old addresses to the one that goes on', async () => {
    const { into, from, owner, second } = await twins();
    const both = await network.signedIn([into, 'viewer'], [from, 'editor']);
    const partner = await network.organization('city', 'Da Nang', 'VN');
    const officer = await network.signedIn([partner, 'officer']);
    const draft = { title: 'Trails', summary: 'Two islands.', language: 'en' };
    const proposal = String((await write(second, from, '/proposals', draft)).body.id);
    const submitted = await network.send(`/proposals/${proposal}/submit`, {
      method: 'POST',
      token: second.token,
      organization: from,
    });
    expect(submitted.status).toBe(200);
    const needed = { title: 'Guides', text: 'Wanted.', language: 'en' };
    const opportunity = String((await write(second, from, '/opportunities', needed)).body.id);
    await entry(owner, into, 'Day walks');
    await entry(second, from, 'day walks');
    const kept = await entry(second, from, 'Night walks');
    const conversation = await network.app.get(UnitOfWork).run(systemActor('arranged-by-test'), (tx) =>
      network.app.get(OpenConversation).execute(tx, {
        about: { type: 'match', id: newId() },
        participants: [
          { personId: second.personId, organizationId: from },
          { personId: officer.personId, organizationId: partner },
        ],
        facts: [],
      }),
    );
    const said = await write(second, from, `/conversations/${conversation}/messages`, {
      clientMessageId: 'one',
      body: 'Hello',
    });
    expect(said.status).toBe(201);
    const sealBefore = await one('select sha256 from proposal_version where proposal_id = $1', [proposal]);

    const rehearsed = await merge(from, into, true);
    expect(rehearsed.body).toMatchObject({ dryRun: true, obstacles: [] });
    expect(await ownerOf('proposal', proposal)).toBe(from);
    expect((await one('select state from organization where id = $1', [from])).state).toBe('active');

    const done = await merge(from, into);
    expect([done.status, done.body]).toMatchObject([200, { dryRun: false, obstacles: [] }]);
    expect(linesOf(done.body)).toEqual(linesOf(rehearsed.body));
    expect(linesOf(done.body)).toMatchObject({
      seat: [1, 1],
      profile: [0, 1],
      'profile-entry': [1, 1],
      proposal: [1, 0],
      opportunity: [1, 0],
      conversation: [1, 0],
    });
    for (const [table, id] of [
      ['proposal', proposal],
      ['opportunity', opportunity],
      ['profile_entry', kept],
    ] as const) {
      expect([table, await ownerOf(table, id)]).toEqual([table, into]);
    }
    expect(
      await one('select organization_id as id, sha256 from proposal_version where proposal_id = $1', [
        proposal,
      ]),
    ).toEqual({ id: into, ...sealBefore });

    // Whoever owned the second entry is at home in the first, one step below its owner.
    const roles = await database.query(
      'select person_id as who, role from membership where organization_id = $1 order by created_at',
      [into],
    );
    expect(roles).toEqual([
      { who: owner.personId, role: 'owner' },
      { who: second.personId, role: 'editor' },
      { who: both.personId, role: 'viewer' },
    ]);
    const me = await network.send('/me', { token: second.token });
    expect(me.body.organizations).toMatchObject([{ id: into, formerSlugs: [expect.any(String)] }]);
    const conversationNow = await network.send(`/conversations/${conversation}/messages`, {
      token: second.token,
      organization: into,
    });
    expect(conversationNow.body.items).toMatchObject([{ body: 'Hello', senderOrganizationId: into }]);
    const refused = await network.send('/proposals', { token: second.token, organization: from });
    expect(refused.status).toBe(403);

    // The old id leads on; nothing below it is there any more.
    const old = await network.send(`/organizations/${from}`, { token: officer.token, organization: partner });
    expect([old.status, old.headers.location]).toEqual([308, `/api/v1/organizations/${into}`]);
    const below = await network.send(`/organizations/${from}/profile`, {
      token: officer.token,
      organization: partner,
    });
    expect(below.status).toBe(404);
    const found = await network.send('/organizations?q=Halla%20Trails%20Ltd', {
      token: officer.token,
      organization: partner,
    });
    expect(found.body.items).toMatchObject([{ id: into }]);

    const events = await database.query<{ type: string; organization: string }>(
      `select type, organization_id as organization from outbox_event
       where type in ('organization.merged', 'organization.closed') and aggregate_id = $1 order by type`,
      [from],
    );
    expect(events).toEqual([
      { type: 'organization.closed', organization: from },
      { type: 'organization.merged', organization: into },
    ]);
    const audit = await database.query(
      `select organization_id as id from audit_entry where action = 'organization.merge' and entity_id = $1`,
      [from],
    );
    expect(audit.map(({ id }) => id).sort()).toEqual([from, into].sort());

    const again = await merge(from, into);
    expect([again.status, again.body.code]).toEqual([409, 'organization/merged-already']);
    const [{ slug }] = (await database.query<{ slug: string }>(
      'select slug from organization where id = $1',
      [from],
    )) as [{ slug: string }];
    const city = `slug,name_en,name_local,country_iso2,admin_region,lat,lon,population_approx,languages,membership,source,certainty,coord_source,note\n${slug},Again,,KR,,,,,,candidate,,low,,\n`;
    await network.app.get(ImportOrganizations).execute(systemActor('arranged-by-test'), { cities: city });
    expect((await one('select state from organization where id = $1', [from])).state).toBe('closed');
  });

  it('takes a whole profile along where the other has none, and lets chains lead to their end', async () => {
    const { into, from, second } = await twins();
    const last = await network.organization('sme', 'Halla');
    const offer = await entry(second, from, 'Day walks');
    expect(linesOf((await merge(from, into)).body)).toMatchObject({
      profile: [1, 0],
      'profile-entry': [1, 0],
    });
    expect((await merge(into, last)).status).toBe(200);
    expect(await ownerOf('profile_entry', offer)).toBe(last);
    const old = await network.send(`/organizations/${from}`, {
      token: administrator.token,
      organization: secretariat,
    });
    expect(old.headers.location).toBe(`/api/v1/organizations/${last}`);
  });

  it('waits for what must be settled, and is no business of others', async () => {
    const { into, from, owner } = await twins();
    const city = await network.organization('city');
    const other = await merge(from, city, true);
    expect(other.body).toMatchObject({ obstacles: ['other-kind'], lines: [] });
    const blocked = await merge(from, city);
    expect([blocked.status, blocked.body]).toMatchObject([
      409,
      { code: 'organization/merge-obstructed', obstacles: ['other-kind'] },
    ]);
    await database.query(
      `insert into membership_application (id, organization_id, created_by, state, language)
       values ($1, $2, $3, 'secretariat_review', 'en')`,
      [newId(), from, owner.personId],
    );
    await database.query(
      `insert into tpo_membership (id, organization_id, category, statement, language, created_by)
       values ($1, $2, 'industry_member', 'We would like to.', 'en', $3)`,
      [newId(), from, owner.personId],
    );
    expect((await merge(from, into, true)).body).toMatchObject({
      obstacles: expect.arrayContaining(['application-under-way', 'membership-held']),
    });
    for (const target of [from, newId()]) {
      const answer = await merge(from, target);
      expect([answer.status, answer.body.code]).toEqual([422, 'request/invalid']);
    }
    const officer = await network.signedIn([secretariat, 'officer']);
    expect((await merge(from, into, true, officer)).status).toBe(403);
    const found = await network.send(`/organizations/${from}/duplicates`, {
      token: administrator.token,
      organization: secretariat,
    });
    expect(found.body.items).toContainEqual(
      expect.objectContaining({
        organization: expect.objectContaining({ id: into }) as object,
        findings: expect.arrayContaining([expect.objectContaining({ because: 'name' })]) as object,
      }),
    );
  });
});
