import { MoveDueMembership, VoteClock } from '#libs/membership';
import { newId } from '#libs/platform/database';
import { CommitteeRoom, FEES, type Member, seen } from './committee.js';

let room: CommitteeRoom;
let busan: Member;
let jeju: Member;
let fukuoka: Member;
let daNang: Member;

beforeAll(async () => {
  room = await CommitteeRoom.open();
  [busan, jeju, fukuoka, daNang] = room.seated as [Member, Member, Member, Member];
});
afterAll(async () => {
  await room?.close();
});

const today = () => new Date().toISOString().slice(0, 10);
const receipt = (amountMinor: number, receivedOn = today()) => ({
  body: { amount: { amountMinor, currency: 'USD' }, receivedOn, reference: 'Bank 42' },
});

async function approved() {
  const applicant = await room.applicant();
  const vote = await room.underVote(applicant);
  for (const city of [busan, jeju, fukuoka, daNang]) await room.cast(city, vote.voteId, 'yes');
  return { applicant, ...vote };
}

describe('a request', () => {
  it('is one at a time, of active participants that are no members yet', async () => {
    const applicant = await room.applicant();
    const first = await room.requested(applicant);
    expect([first.status, first.headers.etag]).toEqual([201, '"1"']);
    expect(first.body).toMatchObject({
      state: 'requested',
      category: 'industry_member',
      toBeRatified: false,
      abilities: { withdraw: true, putToVote: false },
      history: [{ verb: 'apply', toState: 'requested' }],
    });
    expect((await room.requested(applicant)).body.code).toBe('membership/already-under-way');
    expect((await room.requested(busan)).body.code).toBe('membership/already-a-member');
    expect((await room.requested(room.secretariat)).body.code).toBe('membership/not-eligible');
    const [one, two] = await (async () => {
      const other = await room.applicant();
      return Promise.all([room.requested(other), room.requested(other)]);
    })();
    expect([one.status, two.status].sort()).toEqual([201, 409]);
  });

  it('of another organization is told from a random id by nobody', async () => {
    const { body } = await room.requested(await room.applicant());
    const stranger = await room.applicant();
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/withdraw'],
    ] as const) {
      const foreign = await room.ask(stranger, method, `/memberships/${body.id}${path}`);
      expect(foreign.status).toBe(404);
      expect(seen(foreign)).toEqual(seen(await room.ask(stranger, method, `/memberships/${newId()}${path}`)));
    }
    expect((await room.ask(stranger, 'GET', '/memberships')).body.items).toEqual([]);
    expect((await room.putToVote(newId())).status).toBe(404);
    const refused = await room.ask(busan, 'POST', `/memberships/${body.id}/reject`, {
      body: { reason: 'No' },
    });
    expect(refused.status).toBe(403);
  });

  it('is rejected with a reason that the applicant reads, and may come again', async () => {
    const applicant = await room.applicant();
    const { id } = (await room.requested(applicant)).body;
    const answer = await room.ask(room.secretariat, 'POST', `/memberships/${id}/reject`, {
      body: { reason: 'Not yet' },
    });
    expect(answer.body).toMatchObject({ state: 'rejected', reason: 'Not yet' });
    expect((await room.ask(applicant, 'GET', `/memberships/${id}`)).body).toMatchObject({
      reason: 'Not yet',
    });
    expect((await room.requested(applicant)).status).toBe(201);
    expect(await room.events(id)).toEqual(['membership.requested', 'membership.rejected']);
  });
});

describe('an electorate', () => {
  it('is computed from the member list, with its vacancies and the reason of each seat', async () => {
    const { body } = await room.ask(busan, 'GET', '/excom-seats');
    expect(body).toMatchObject({ seats: 5, vacant: 1, quorum: 3 });
    expect(body.items).toMatchObject([
      { country: 'JP', memberCities: 1 },
      { country: 'KR', memberCities: 11, seats: [{ number: 1 }, { number: 2 }] },
      { country: 'NP', memberCities: 1, seats: [{ holder: null, before: [] }] },
      { country: 'VN', memberCities: 1 },
    ]);
  });

  it('takes only active member cities, and only seats that exist', async () => {
    const stranger = (await room.applicant('city')).organizationId;
    expect((await room.assign(stranger)).body.code).toBe('request/invalid');
    expect((await room.assign(newId())).body.errors).toEqual([
      { pointer: '/organizationId', code: 'excom-seat/not-a-member-city' },
    ]);
    expect((await room.assign(daNang.organizationId, 2)).body.errors).toMatchObject([
      { code: 'excom-seat/no-such-seat' },
    ]);
    expect((await room.assign(busan.organizationId)).body.code).toBe('excom-seat/already-seated');
  });

  it('is frozen when the vote opens, and leaves out the city of the applicant', async () => {
    const { voteId } = await room.underVote(await room.applicant('sme', busan.organizationId));
    const { body } = await room.ask(busan, 'GET', `/votes/${voteId}`);
    expect(body).toMatchObject({
      turnout: { seats: 5, voting: 3, vacant: 1, conflicts: 1, quorum: 3, cast: 0 },
      abilities: { cast: false },
    });
    expect((await room.cast(busan, voteId, 'yes')).body.code).toBe('vote/conflict');
    const nepal = await room.memberCity('NP');
    expect((await room.assign(nepal)).status).toBe(201);
    const after = await room.ask(room.secretariat, 'GET', `/votes/${voteId}`);
    expect(after.body).toMatchObject({ turnout: { vacant: 1, voting: 3 } });
    const { body: seats } = await room.ask(busan, 'GET', '/excom-seats');
    expect(seats).toMatchObject({ vacant: 0 });
    const [, , np] = (seats as unknown as { items: { seats: { holder: { id: string } }[] }[] }).items;
    const end = `/excom-seats/${np?.seats[0]?.holder.id}/end`;
    expect((await room.ask(room.secretariat, 'POST', end)).body).toMatchObject({ vacant: 1 });
    expect((await room.ask(room.secretariat, 'POST', end)).body.code).toBe('excom-seat/ended');
    await room.database.query(`update organization set state = 'suspended' where id = $1`, [nepal]);
  });
});

describe('a ballot', () => {
  it('is the city’s, by owner or signatory, changeable, and secret', async () => {
    const { voteId } = await room.underVote(await room.applicant());
    const officer = await room.member('city', 'officer', busan.organizationId);
    const signatory = await room.member('city', 'officer', busan.organizationId, true);
    expect((await room.cast(officer, voteId, 'yes')).body.code).toBe('vote/not-a-signatory');
    expect((await room.cast(busan, voteId, 'no')).body).toMatchObject({
      ownBallot: { choice: 'no' },
      turnout: { cast: 1 },
    });
    const changed = await room.cast(signatory, voteId, 'yes');
    expect(changed.body).toMatchObject({ ownBallot: { choice: 'yes' }, turnout: { cast: 1 } });
    const elsewhere = await room.ask(room.secretariat, 'GET', `/votes/${voteId}`);
    expect(elsewhere.text).not.toMatch(/"choice":"/);
    expect(elsewhere.text).not.toContain('"yes":');
  });

  it('of two people at once is one', async () => {
    const { voteId } = await room.underVote(await room.applicant());
    const second = await room.member('city', 'owner', busan.organizationId);
    const answers = await Promise.all([room.cast(busan, voteId, 'yes'), room.cast(second, voteId, 'no')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await room.database.query(
      'select 1 from ballot b join vote_seat s on s.id = b.vote_seat_id where s.vote_id = $1',
      [voteId],
    );
    expect(rows).toHaveLength(1);
  });

  it('comes too late after the window, though nobody has counted yet', async () => {
    const { voteId, membershipId } = await room.underVote(await room.applicant());
    await room.cast(busan, voteId, 'yes');
    await room.database.query(
      `update vote set opens_at = now() - interval '15 days', closes_at = now() - interval '1 second' where id = $1`,
      [voteId],
    );
    expect((await room.cast(jeju, voteId, 'yes')).body.code).toBe('vote/closed');
    const clock = room.app.get(VoteClock);
    await room.atTheClock((tx) => clock.close(tx, voteId));
    await room.atTheClock((tx) => clock.close(tx, voteId));
    expect((await room.ask(busan, 'GET', `/votes/${voteId}/minutes`)).body).toMatchObject({
      state: 'closed',
      closedBecause: 'window-ended',
      result: { outcome: 'no-quorum', cast: 1, quorum: 3, reasons: ['quorum-missed'] },
    });
    expect(await room.state(membershipId)).toBe('requested');
    expect((await room.putToVote(membershipId)).status).toBe(200);
  });

  it('is asked of nobody outside the electorate, and the vote is unknown there', async () => {
    const applicant = await room.applicant();
    const { voteId } = await room.underVote(applicant);
    for (const stranger of [applicant, await room.applicant('city')]) {
      for (const path of ['', '/minutes', '/minutes.csv']) {
        const foreign = await room.ask(stranger, 'GET', `/votes/${voteId}${path}`);
        expect(foreign.status).toBe(404);
        expect(seen(foreign)).toEqual(seen(await room.ask(stranger, 'GET', `/votes/${newId()}${path}`)));
      }
      expect(seen(await room.cast(stranger, voteId, 'yes'))).toEqual(
        seen(await room.cast(stranger, newId(), 'yes')),
      );
    }
    expect((await room.ask(busan, 'GET', `/votes/${voteId}/minutes`)).body.code).toBe('vote/still-open');
  });
});

describe('a counted vote', () => {
  it('closes with the last ballot; secret choices are erased, open ones are in the minutes', async () => {
    for (const secrecy of ['secret', 'open'] as const) {
      const { voteId, membershipId } = await room.underVote(await room.applicant(), secrecy);
      const cities = [busan, jeju, fukuoka, daNang];
      for (const [index, city] of cities.entries())
        await room.cast(city, voteId, index === 0 ? 'abstain' : 'yes');
      const minutes = await room.ask(jeju, 'GET', `/votes/${voteId}/minutes`);
      expect(minutes.body).toMatchObject({
        closedBecause: 'all-voted',
        result: { yes: 3, no: 0, abstain: 1, outcome: 'accepted' },
      });
      expect(minutes.text.includes('"choice":"abstain"')).toBe(secrecy === 'open');
      const kept = await room.database.query(
        `select 1 from ballot b join vote_seat s on s.id = b.vote_seat_id where s.vote_id = $1 and choice is not null`,
        [voteId],
      );
      expect(kept).toHaveLength(secrecy === 'open' ? 4 : 0);
      expect(await room.state(membershipId)).toBe('approved_unpaid');
      expect((await room.cast(busan, voteId, 'no')).body.code).toBe('vote/closed');
      const csv = await room.ask(jeju, 'GET', `/votes/${voteId}/minutes.csv`);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      // Without the mark, spreadsheets take the names of cities for another encoding.
      expect(csv.text.startsWith('\uFEFFsubject,')).toBe(true);
      expect(csv.text.split('\r\n')).toEqual(
        expect.arrayContaining(['quorum,3', 'outcome,accepted', 'NP,1,1,,vacant,no,']),
      );
    }
  });

  it('may refuse', async () => {
    const { voteId, membershipId } = await room.underVote(await room.applicant());
    for (const city of [busan, jeju]) await room.cast(city, voteId, 'yes');
    for (const city of [fukuoka, daNang]) await room.cast(city, voteId, 'no');
    expect(await room.state(membershipId)).toBe('rejected');
  });

  it('does not happen when the applicant withdraws', async () => {
    const applicant = await room.applicant();
    const { voteId, membershipId } = await room.underVote(applicant);
    const left = await room.ask(applicant, 'POST', `/memberships/${membershipId}/withdraw`);
    expect(left.body.state).toBe('withdrawn');
    expect((await room.cast(busan, voteId, 'yes')).body.code).toBe('vote/closed');
  });

  it('is not begun where vacancies put the quorum out of reach', async () => {
    await room.database.query(`update organization set state = 'suspended' where id = any($1)`, [
      [fukuoka, jeju, daNang].map(({ organizationId }) => organizationId),
    ]);
    const { id } = (await room.requested(await room.applicant())).body;
    expect((await room.putToVote(id)).body).toMatchObject({ code: 'vote/quorum-out-of-reach' });
    await room.database.query(`update organization set state = 'active' where id = any($1)`, [
      [fukuoka, jeju, daNang].map(({ organizationId }) => organizationId),
    ]);
  });
});

describe('a membership', () => {
  it('begins with the whole fee, shows in the network, and is ratified', async () => {
    const { membershipId: id, applicant } = await approved();
    const pay = (asked: { body: object }) =>
      room.ask(room.secretariat, 'POST', `/memberships/${id}/receive-fee`, asked);
    expect((await pay(receipt(FEES.annualFee.amountMinor))).body.errors).toMatchObject([
      { pointer: '/amount', code: 'membership/fee-differs' },
    ]);
    expect((await pay(receipt(150_000, '2999-01-01'))).body.errors).toMatchObject([
      { code: 'membership/day-to-come' },
    ]);
    expect((await pay(receipt(150_000, '2020-01-01'))).body.errors).toMatchObject([
      { code: 'membership/term-over' },
    ]);
    const paid = await pay(receipt(150_000));
    expect(paid.body).toMatchObject({
      state: 'active',
      toBeRatified: true,
      feeDue: { amountMinor: 100_000 },
    });
    const shown = await room.database.query('select tpo_membership from organization where id = $1', [
      applicant.organizationId,
    ]);
    expect(shown).toEqual([{ tpo_membership: 'industry_member' }]);

    const agenda = await room.ask(room.secretariat, 'GET', '/memberships?toBeRatified=true&limit=100');
    expect(agenda.body.items.map((item) => item.id)).toContain(id);
    const body = { ratified: true, decidedOn: today(), reference: '13th General Assembly, item 4' };
    const path = `/memberships/${id}/ratify`;
    expect((await room.ask(room.secretariat, 'POST', path, { body })).body).toMatchObject({
      state: 'active',
      ratification: 'ratified',
      toBeRatified: false,
    });
    expect((await room.ask(room.secretariat, 'POST', path, { body })).body.code).toBe(
      'membership/nothing-to-ratify',
    );
  });

  it('that is not ratified is suspended, and no payment revives it', async () => {
    const { membershipId: id } = await approved();
    const body = { ratified: false, decidedOn: today(), reference: 'GA 13', reason: 'Asked to wait' };
    const declined = await room.ask(room.secretariat, 'POST', `/memberships/${id}/ratify`, { body });
    expect(declined.body).toMatchObject({ state: 'suspended', reason: 'Asked to wait', feeDue: null });
    const paid = await room.ask(room.secretariat, 'POST', `/memberships/${id}/receive-fee`, receipt(100_000));
    expect(paid.body.code).toBe('membership/not-ratified');
  });

  it('lapses, is renewed by a payment, and expires at last; a clock that comes too early does nothing', async () => {
    const { membershipId: id } = await approved();
    const clock = room.app.get(MoveDueMembership);
    const tick = () => room.atTheClock((tx) => clock.execute(tx, id));
    const overdue = () =>
      room.database.query(`update tpo_membership set due_at = now() - interval '1 second' where id = $1`, [
        id,
      ]);
    const pay = (amount: number) =>
      room.ask(room.secretariat, 'POST', `/memberships/${id}/receive-fee`, receipt(amount));
    await tick();
    expect(await room.state(id)).toBe('approved_unpaid');
    await pay(150_000);
    await overdue();
    await tick();
    expect(await room.state(id)).toBe('suspended');
    expect((await pay(100_000)).body.state).toBe('active');
    for (const state of ['suspended', 'expired', 'expired']) {
      await overdue();
      await tick();
      expect(await room.state(id)).toBe(state);
    }
    expect((await pay(100_000)).body.code).toBe('membership/wrong-state');
    expect(await room.events(id)).toEqual([
      'membership.requested',
      'membership.put-to-vote',
      'membership.approved',
      'membership.activated',
      'membership.suspended',
      'membership.renewed',
      'membership.suspended',
      'membership.expired',
    ]);
  });
});
