import { newId, UnitOfWork } from '#libs/platform/database';
import { systemActor } from '#libs/kernel';
import { AddMember } from '#libs/organizations';
import { CreatePerson, StartSession } from '#libs/identity';
import { ProposalMoves } from '#libs/proposals';
import { type Answer, Marketplace, type Member, refusal, seen } from './marketplace.js';

interface Dossier {
  readonly version: number;
  readonly sha256: string;
  readonly missing: readonly { readonly pointer: string; readonly code: string }[];
  readonly partners: readonly {
    readonly organizationId: string;
    readonly state: string;
    readonly isSigned: boolean;
  }[];
  readonly letters: readonly { readonly state: string; readonly dated: string | null }[];
}

let marketplace: Marketplace;
let lead: Member;
let partners: Member[];
let signatory: Member;
let stranger: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  lead = await marketplace.member('sme', 'owner');
  partners = [await marketplace.member('sme', 'owner'), await marketplace.member('partner', 'owner')];
  stranger = await marketplace.member('sme', 'owner');
  signatory = await citySignatory();
});
afterAll(async () => {
  await marketplace?.close();
});

async function citySignatory(): Promise<Member> {
  const actor = systemActor(newId());
  const organizationId = await marketplace.organization('city');
  const person = { password: 'a long password of a mayor', displayName: 'Mayor', language: 'en' };
  const { personId } = await marketplace.app
    .get(CreatePerson)
    .execute(actor, { ...person, email: 'mayor@example.org', timeZone: 'Asia/Seoul' });
  const seat = { organizationId, personId, role: 'owner', signatory: true };
  await marketplace.app.get(AddMember).execute(actor, seat);
  const { accessToken } = await marketplace.app.get(StartSession).execute(newId(), personId);
  return { personId, organizationId, accessToken };
}

const post = (member: Member, id: string, path: string, body?: object): Promise<Answer> =>
  marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body });

async function dossierOf(id: string, member = lead): Promise<Dossier> {
  const { status, body } = await marketplace.ask(member, 'GET', `/proposals/${id}/dossier`);
  expect(status).toBe(200);
  return body as unknown as Dossier;
}

async function patchDossier(id: string, body: object): Promise<Answer> {
  const { version } = await dossierOf(id);
  return marketplace.ask(lead, 'PATCH', `/proposals/${id}/dossier`, { version, body });
}

async function draft(): Promise<string> {
  const body = {
    ...{ title: 'Night walks', language: 'en', summary: 'By night.' },
    budget: { amountMinor: 1000, currency: 'KRW' },
    period: { from: '2027-01-01', to: '2027-12-31' },
  };
  return (await marketplace.ask(lead, 'POST', '/proposals', { body })).body.id;
}

/** A draft in which two partners take part, with tasks, shares, plan and a budget whose sums agree. */
async function gathered(): Promise<string> {
  const id = await draft();
  for (const { organizationId } of partners) {
    const part = { organizationId, task: 'Routes', shareMinor: 300 };
    expect((await post(lead, id, 'partners', part)).status).toBe(200);
  }
  for (const partner of partners) expect((await post(partner, id, 'accept-partnership')).status).toBe(200);
  const organizations = [lead, ...partners].map(({ organizationId }) => organizationId);
  const lines = organizations.map((organizationId, index) => ({
    ...{ organizationId, title: 'Work' },
    amountMinor: index === 0 ? 400 : 300,
  }));
  const milestone = { title: 'Routes', due: '2027-06-30', organizationId: lead.organizationId };
  expect((await patchDossier(id, { budgetLines: lines, workPlan: [milestone] })).status).toBe(200);
  return id;
}

async function sign(id: string): Promise<void> {
  for (const partner of partners) {
    const { sha256 } = await dossierOf(id, partner);
    expect((await post(partner, id, 'sign-off', { sha256 })).status).toBe(200);
  }
}

describe('a consortium', () => {
  it('hands in what every partner has signed, and nothing else', async () => {
    const id = await gathered();
    expect(refusal(await post(lead, id, 'submit'))).toEqual([
      422,
      'proposal/incomplete',
      partners.map(({ organizationId }) => `/partners/${organizationId}/signature`),
    ]);

    await sign(id);
    expect((await dossierOf(id)).missing).toEqual([]);
    await patchDossier(id, { leadTask: 'Coordination' });
    expect((await dossierOf(id)).partners.map(({ isSigned }) => isSigned)).toEqual([false, false]);
    const told = (await marketplace.events(id)).filter((line) => line.startsWith('proposal.sign-off-voided'));
    expect(told).toHaveLength(2);
    const [first] = partners;
    if (!first) throw new Error('no partner');
    expect(refusal(await post(first, id, 'sign-off', { sha256: 'a'.repeat(64) })).slice(0, 2)).toEqual([
      409,
      'proposal/content-changed',
    ]);

    await sign(id);
    expect((await post(lead, id, 'submit')).status).toBe(200);
    const version = await marketplace.ask(first, 'GET', `/proposals/${id}/versions/1`);
    expect(version.body.content).toMatchObject({
      dossier: { leadTask: 'Coordination', partners: [{ shareMinor: 300 }, { shareMinor: 300 }] },
    });
    await expect(
      marketplace.asApplication('update proposal_version set sha256 = $2 where proposal_id = $1', [
        id,
        'a'.repeat(64),
      ]),
    ).rejects.toThrow();
  });

  it('lists everything that is missing or does not agree', async () => {
    const id = await gathered();
    await patchDossier(id, {
      budgetLines: [{ organizationId: stranger.organizationId, title: 'X', amountMinor: 1 }],
      workPlan: [{ title: 'Late', due: '2029-01-01', organizationId: lead.organizationId }],
    });
    const codes = (await dossierOf(id)).missing.map(({ code }) => code);
    for (const code of ['not-a-partner', 'budget-sum', 'outside-period', 'share-sum', 'unsigned'])
      expect(codes).toContain(`proposal/${code}`);
  });

  it('is nobody else’s business, and a foreign id is like a random one', async () => {
    const id = await gathered();
    for (const path of ['dossier', 'steps']) {
      const ask = (each: string) => marketplace.ask(stranger, 'GET', `/proposals/${each}/${path}`);
      const foreign = await ask(id);
      expect(foreign.status).toBe(404);
      expect(seen(foreign)).toEqual(seen(await ask(newId())));
    }
    expect((await post(stranger, id, 'accept-partnership')).status).toBe(404);
    expect((await post(stranger, id, 'sign-off', { sha256: 'a'.repeat(64) })).status).toBe(404);
  });

  it('asks a city for its word, which its signatory dates and revokes', async () => {
    const id = await draft();
    const { organizationId } = signatory;
    expect((await post(lead, id, 'letters', { organizationId })).status).toBe(200);
    const given = await post(signatory, id, 'letter/give', { body: 'We support it.', language: 'en' });
    expect([given.status, (await dossierOf(id)).letters[0]?.state]).toEqual([200, 'given']);
    expect((await dossierOf(id)).letters[0]?.dated).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await post(signatory, id, 'letter/revoke', { reason: 'Roadworks.' })).status).toBe(204);
    expect((await dossierOf(id)).letters[0]?.state).toBe('revoked');
  });

  it('is left and thinned out while it is written: signatures and who wrote along go with the partner', async () => {
    const id = await gathered();
    const [leaving, taken] = partners as [Member, Member];
    const writer = await marketplace.member('sme', 'editor', leaving.organizationId);
    const [{ email } = { email: '' }] = await marketplace.database.query<{ email: string }>(
      'select email from account where person_id = $1',
      [writer.personId],
    );
    expect((await post(lead, id, 'coauthors', { email, access: 'edit' })).status).toBe(200);
    await sign(id);
    expect((await post(stranger, id, 'leave')).status).toBe(404);
    expect((await post(leaving, id, 'leave')).status).toBe(204);
    const after = await dossierOf(id);
    expect(after.partners).toMatchObject([{ state: 'left' }, { state: 'accepted', isSigned: false }]);
    expect(after.missing.map(({ code }) => code)).toContain('proposal/not-a-partner');
    const [along] = await marketplace.database.query(
      'select state from proposal_coauthor where proposal_id = $1 and person_id = $2',
      [id, writer.personId],
    );
    expect(along).toEqual({ state: 'removed' });
    const nowhere = await marketplace.ask(leaving, 'GET', `/proposals/${newId()}/dossier`);
    for (const gone of [leaving, writer])
      expect(seen(await marketplace.ask(gone, 'GET', `/proposals/${id}/dossier`))).toEqual(seen(nowhere));

    expect((await post(taken, id, `partners/${taken.organizationId}/remove`)).status).toBe(404);
    expect((await post(lead, id, `partners/${taken.organizationId}/remove`)).status).toBe(200);
    expect((await post(taken, id, 'accept-partnership')).status).toBe(404);
    const events = (await marketplace.events(id)).map((line) => line.split(' ')[0]);
    for (const told of ['proposal.partner-left', 'proposal.sign-off-voided', 'proposal.partner-removed'])
      expect(events).toContain(told);
    // Asked again, it starts anew: without its signature.
    const again = { organizationId: leaving.organizationId, task: 'Guides', shareMinor: 300 };
    expect((await post(lead, id, 'partners', again)).status).toBe(200);
    expect((await post(leaving, id, 'accept-partnership')).status).toBe(200);
    expect((await dossierOf(id)).partners[0]).toMatchObject({ state: 'accepted', isSigned: false });
    expect((await dossierOf(id)).partners[1]).toMatchObject({ state: 'removed' });
  });

  it.each([
    [{ answers: { '../x': 'y' } }],
    [{ answers: { aim: 'x'.repeat(20_001) } }],
    [{ answers: { aim: { html: '<script>' } } }],
    [{ state: 'accepted' }],
    [{ budgetLines: [{ organizationId: 'nobody', title: 'X', amountMinor: 0.5 }] }],
  ])('refuses %p', async (body) => {
    const id = await draft();
    expect((await patchDossier(id, body)).status).toBe(422);
  });
});

describe('many at once', () => {
  const statuses = (answers: readonly Answer[]) => {
    const won = answers.filter(({ status }) => status === 200).length;
    const lost = answers.filter(({ status, body }) => status === 409 && body.state !== undefined).length;
    return { won, lost };
  };

  it('submissions, withdrawals and acceptances: exactly one wins, the others learn the state', async () => {
    const id = await draft();
    const submits = await Promise.all(Array.from({ length: 50 }, () => post(lead, id, 'submit')));
    expect(statuses(submits)).toEqual({ won: 1, lost: 49 });
    const withdrawals = await Promise.all(Array.from({ length: 50 }, () => post(lead, id, 'withdraw')));
    expect(statuses(withdrawals)).toEqual({ won: 1, lost: 49 });
    const [partner] = partners;
    if (!partner) throw new Error('no partner');
    const other = await draft();
    await post(lead, other, 'partners', { organizationId: partner.organizationId });
    const accepts = await Promise.all(
      Array.from({ length: 50 }, () => post(partner, other, 'accept-partnership')),
    );
    expect(statuses(accepts)).toEqual({ won: 1, lost: 49 });
  });

  it('leaves no step without its audit row of the same transaction', async () => {
    const unaudited = await marketplace.database.query(
      `select s.id from proposal_step s where not exists (
         select from audit_entry a where a.entity_id = s.proposal_id and a.action = 'proposal.' || s.verb
           and a.xid = s.changed_xid)`,
    );
    expect(unaudited).toEqual([]);
  });

  it('lets no step of an assessment be made without a call', async () => {
    const id = await draft();
    await post(lead, id, 'submit');
    const screened = marketplace.app
      .get(UnitOfWork)
      .run(systemActor(newId()), (tx) => marketplace.app.get(ProposalMoves).screen(tx, id));
    await expect(screened).rejects.toMatchObject({ code: 'proposal/wrong-state' });
  });
});
