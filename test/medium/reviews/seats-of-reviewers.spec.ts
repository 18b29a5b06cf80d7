import type { EventEnvelope } from '#libs/contracts';
import { InvitationsReader, OrganizationsReader } from '#libs/organizations';
import { newId } from '#libs/platform/database';
import { ProposalsReader } from '#libs/proposals';
import { ResolveRecipients } from '../../../libs/notifications/src/app/resolve-recipients.js';
import { Marketplace, type Member, seen } from '../proposals/marketplace.js';
import { AssessedCall } from './assessed-call.js';

let marketplace: Marketplace;
let lead: Member;
let desk: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  lead = await marketplace.member('sme', 'editor');
  desk = await marketplace.member('secretariat', 'officer');
});
afterAll(async () => {
  await marketplace?.close();
});

/** Those of the pool who have come to a seat since. */
async function seated({ callId }: AssessedCall, ...members: readonly Member[]): Promise<void> {
  for (const { personId, organizationId } of members)
    await marketplace.database.query(
      `insert into call_reviewer (id, call_id, organization_id, person_id, languages, expertise, review_limit, added_by)
       values ($1, $2, $3, $4, '{en}', '{}', 3, $4)`,
      [newId(), callId, organizationId, personId],
    );
}

/** Taken out before any review: nobody's reviewer. */
async function takenOut({ callId }: AssessedCall, ...members: readonly Member[]): Promise<void> {
  await marketplace.database.query(
    'update call_reviewer set ended_at = now() where call_id = $1 and person_id = any($2)',
    [callId, members.map(({ personId }) => personId)],
  );
}

/** A city is asked for its letter, and an organization to be a partner. */
async function ask(proposalId: string, city: Member, partner: Member): Promise<void> {
  const { query } = marketplace.database;
  await query(
    'insert into proposal_letter (id, proposal_id, organization_id, asked_by) values ($1, $2, $3, $4)',
    [newId(), proposalId, city.organizationId, lead.personId],
  );
  await query(
    'insert into proposal_partner (id, proposal_id, organization_id, invited_by) values ($1, $2, $3, $4)',
    [newId(), proposalId, partner.organizationId, lead.personId],
  );
}

describe.each([true, false])(
  'a call (blind: %s) and who reviews for it, with whatever seats later',
  (isBlind) => {
    it('has a desk for them unless it is blind', async () => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const id = await round.proposal(lead);
      await round.assign(id);
      const members = [round.chair, round.decider];
      await seated(round, ...members);
      const desks = async () => {
        const found: number[] = [];
        for (const path of ['decision-sheet', 'decision-sheet.csv', `panels/${id}`])
          for (const member of members) found.push((await round.desk('GET', path, undefined, member)).status);
        for (const path of ['assignment', 'reviewers']) found.push((await round.desk('GET', path)).status);
        return [...new Set(found)];
      };
      expect(await desks()).toEqual([isBlind ? 404 : 200]);
      await takenOut(round, ...members);
      expect(await desks()).toEqual([200]);
    });

    it('has its proposals read by them through no route unless it is blind, until the decision is public', async () => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const id = await round.proposal(lead);
      await round.assign(id);
      const members = [desk, round.chair];
      const paths = ['', '/dossier', '/steps', '/versions', '/versions/1', '/version-comparison?from=1&to=1'];
      const read = (member: Member, path: string, of = id) =>
        marketplace.ask(member, 'GET', `/proposals/${of}${path}`);
      const found = async () => {
        const answers = [];
        for (const member of members)
          for (const path of paths) answers.push((await read(member, path)).status);
        return [...new Set(answers)];
      };
      expect(await found()).toEqual([200]);
      await seated(round, ...members);
      expect(await found()).toEqual([isBlind ? 404 : 200]);
      for (const member of isBlind ? members : [])
        for (const path of [...paths, '/versions/1/pdf', '/comments', '/decision'])
          expect(seen(await read(member, path))).toEqual(seen(await read(member, path, newId())));
      const body = { section: 'need', body: 'Since when?', language: 'en' };
      for (const member of members)
        expect((await marketplace.ask(member, 'POST', `/proposals/${id}/comments`, { body })).status).toBe(
          404,
        );
      // Who has written it reads it, and who has a seat and reviews nothing.
      expect((await read(lead, '')).status).toBe(200);
      const colleague = await marketplace.member('secretariat', 'officer', desk.organizationId);
      expect((await read(colleague, '')).status).toBe(200);
      await marketplace.database.query(
        `update proposal set state = 'rejected', released_at = now() where id = $1`,
        [id],
      );
      expect(await found()).toEqual([200]);
    });

    it('has its proposals read by them as an answer that is still awaited of their organization unless it is blind', async () => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const [city, partner] = [
        await marketplace.member('city', 'officer'),
        await marketplace.member('sme', 'editor'),
      ];
      const id = await round.proposal(lead);
      await seated(round, city, partner);
      const { query } = marketplace.database;
      await ask(id, city, partner);
      const found = async () => {
        const answers = [];
        for (const member of [city, partner])
          for (const path of ['', '/dossier', '/versions/1'])
            answers.push((await marketplace.ask(member, 'GET', `/proposals/${id}${path}`)).status);
        return [...new Set(answers)];
      };
      expect(await found()).toEqual([isBlind ? 404 : 200]);
      // What was given or accepted is a part in it, and its people know whose it is.
      await query(
        `update proposal_letter set state = 'given', body = 'We support it.', language = 'en', dated = now(),
           sha256 = repeat('a', 64), signed_by = $2 where proposal_id = $1`,
        [id, city.personId],
      );
      await query(`update proposal_partner set state = 'accepted' where proposal_id = $1`, [id]);
      expect(await found()).toEqual([200]);
    });

    it('lists what their organization is still asked, and takes their answer, unless it is blind', async () => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const [city, partner] = [
        await marketplace.member('city', 'officer'),
        await marketplace.member('sme', 'editor'),
      ];
      const { query } = marketplace.database;
      const id = await round.proposal(lead);
      await query('update membership set signatory = true where person_id = $1', [city.personId]);
      await ask(id, city, partner);
      const listed = async () => {
        const lists = [];
        for (const member of [city, partner])
          lists.push((await marketplace.ask(member, 'GET', '/proposal-parts')).body.items.length);
        return lists;
      };
      expect(await listed()).toEqual([1, 1]);
      await seated(round, city, partner);
      expect(await listed()).toEqual(isBlind ? [0, 0] : [1, 1]);

      const [letter, reason] = [{ body: 'We support it.', language: 'en' }, { reason: 'Roadworks.' }];
      const answers: readonly [Member, string, object?][] = [
        [city, 'letter/give', letter],
        [city, 'letter/decline', reason],
        [city, 'letter/revoke', reason],
        [partner, 'accept-partnership'],
        [partner, 'decline-partnership'],
        [partner, 'leave'],
      ];
      const statuses = [];
      for (const [member, path, body] of answers) {
        const given = await marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body });
        statuses.push(given.status);
        if (!isBlind) continue;
        expect(seen(given)).toEqual(
          seen(await marketplace.ask(member, 'POST', `/proposals/${newId()}/${path}`, { body })),
        );
      }
      // What was handed in takes no partners any more, but letters.
      expect(statuses).toEqual(isBlind ? [404, 404, 404, 404, 404, 404] : [200, 409, 204, 409, 409, 409]);
      if (!isBlind) return;
      // Who has given one knows whose it is, and may take it back.
      await query(
        `update proposal_letter set state = 'given', body = 'We support it.', language = 'en', dated = now(),
           sha256 = repeat('a', 64), signed_by = $2 where proposal_id = $1`,
        [id, city.personId],
      );
      expect(await listed()).toEqual([1, 0]);
      const revoked = await marketplace.ask(city, 'POST', `/proposals/${id}/letter/revoke`, { body: reason });
      expect(revoked.status).toBe(204);
    });

    it('tells them of what was handed in for one of its proposals unless it is blind', async () => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const id = await round.proposal(lead);
      const { organizationId: toOrganizationId, personId } = round.chair;
      const colleague = await marketplace.member('city', 'officer', toOrganizationId);
      await seated(round, round.chair);
      const { app } = marketplace;
      const recipients = new ResolveRecipients(
        app.get(OrganizationsReader, { strict: false }),
        app.get(InvitationsReader, { strict: false }),
        app.get(ProposalsReader, { strict: false }),
      );
      const event: EventEnvelope<'proposal.supplied'> = {
        ...{ id: newId(), type: 'proposal.supplied', schemaVersion: 1, aggregateType: 'proposal' },
        ...{ aggregateId: id, aggregateSeq: 2, requestId: '', occurredAt: new Date().toISOString() },
        ...{ organizationId: lead.organizationId, actorId: lead.personId },
        payload: { versionId: newId(), toOrganizationId },
      };
      const { personIds } = await recipients.execute(event);
      const told = isBlind ? [colleague.personId] : [personId, colleague.personId];
      expect([...personIds].sort()).toEqual(told.sort());
    });
  },
);
