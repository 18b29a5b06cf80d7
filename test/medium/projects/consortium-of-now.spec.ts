import { SetOrganizationState } from '#libs/organizations';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { Marketplace } from '../proposals/marketplace.js';
import { RunningProject } from './running-project.js';

let marketplace: Marketplace;

beforeAll(async () => {
  marketplace = await Marketplace.open();
});
afterAll(async () => {
  await marketplace?.close();
});

/** The place of the partner is in this state now; the other one is still there. */
async function places({ proposalId, lead, partner, other }: RunningProject, state: string): Promise<void> {
  for (const [{ organizationId, personId }, now] of [
    [partner, state],
    [other, 'accepted'],
  ] as const)
    await marketplace.database.query(
      `insert into proposal_partner (id, proposal_id, organization_id, state, invited_by, answered_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), proposalId, organizationId, now, lead.personId, personId],
    );
}

describe('who has left before the decision, while more was awaited', () => {
  it('is not of the project, and what they would have done falls to the lead', async () => {
    const running = await RunningProject.accepted(marketplace);
    const { lead, partner, other, officer } = running;
    await places(running, 'left');
    running.id = (await running.start())!;
    const project = await running.read(lead);
    expect(project.partners).toMatchObject([
      { isLead: true, shareMinor: 800_000 },
      { organization: { id: other.organizationId }, shareMinor: 100_000 },
    ]);
    expect(project.partners).toHaveLength(2);
    const [guides] = project.milestones;
    expect(guides).toMatchObject({ title: 'Trained guides', organizationId: lead.organizationId });
    expect(project.budget).toMatchObject([{ amountMinor: 500_000 }, { amountMinor: 400_000 }]);
    expect((await marketplace.ask(partner, 'GET', `/projects/${running.id}`)).status).toBe(404);
    const told = [lead, other, officer].map(({ organizationId }) => organizationId);
    expect((await running.toldOf('project.started')).sort()).toEqual(told.sort());
    const people = await marketplace.database.query<{ person: string }>(
      'select person_id as person from participant where conversation_id = $1',
      [project.conversationId],
    );
    const talking = [lead, other].map(({ personId }) => personId);
    expect(people.map(({ person }) => person).sort()).toEqual(talking.sort());
  });
});

describe('organizations that are no more when a project begins', () => {
  it.each(['into another', 'into the lead', 'into none'])('were merged %s, which goes on', async (by) => {
    const running = await RunningProject.accepted(marketplace);
    const { lead, partner, other } = running;
    const into = by === 'into another' ? other : lead;
    await marketplace.database.query(
      `update organization set state = 'closed', merged_into_id = $2 where id = $1`,
      [partner.organizationId, by === 'into none' ? null : into.organizationId],
    );
    running.id = (await running.start())!;
    const project = await running.read(lead);
    expect(project.partners.map(({ shareMinor }) => shareMinor)).toEqual(
      into === other ? [500_000, 400_000] : [800_000, 100_000],
    );
    expect(project.milestones[0]).toMatchObject({
      ...{ title: 'Trained guides', organizationId: into.organizationId },
    });
  });
});

describe('a partner that is suspended', () => {
  it('stays with its part, which the lead may hand in, and is back in once it is active', async () => {
    const running = await RunningProject.accepted(marketplace);
    const { lead, partner } = running;
    const move = (verb: 'suspend' | 'activate') =>
      running.inside((tx) =>
        marketplace.app
          .get(SetOrganizationState, { strict: false })
          .execute(tx, partner.organizationId, verb),
      );
    const asPartner = async () => (await marketplace.ask(partner, 'GET', `/projects/${running.id}`)).status;
    await move('suspend');
    running.id = (await running.start())!;
    const project = await running.read(lead);
    expect(project.partners.map(({ shareMinor }) => shareMinor)).toEqual([500_000, 300_000, 100_000]);
    const [guides] = project.milestones;
    expect(guides).toMatchObject({ title: 'Trained guides', organizationId: partner.organizationId });
    expect(await asPartner()).toBe(403);
    expect((await running.submit(lead, guides!.id)).status).toBe(200);
    await move('activate');
    await waitFor('the partner to be back', async () => (await asPartner()) === 200, { dump: asPartner });
  });
});

describe('who has no place of its own any more, and was merged into another partner', () => {
  it.each([
    ['left', [800_000, 100_000]],
    // The merger takes a place off where the other one has its own.
    ['removed', [500_000, 400_000]],
  ])('hands a share over only where the merger took its place off (own place: %s)', async (state, shares) => {
    const running = await RunningProject.accepted(marketplace);
    const { lead, partner, other } = running;
    await places(running, state);
    await marketplace.database.query(
      `update organization set state = 'closed', merged_into_id = $2 where id = $1`,
      [partner.organizationId, other.organizationId],
    );
    running.id = (await running.start())!;
    const project = await running.read(lead);
    expect(project.partners.map(({ shareMinor }) => shareMinor)).toEqual(shares);
  });
});
