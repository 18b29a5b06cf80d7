import { createHash } from 'node:crypto';
import { newId } from '#libs/platform/database';
import { FilePurposes, type StoredFile } from '#libs/platform/files';
import { actorFor, Authenticator } from '#libs/platform/auth';
import { Marketplace, type Member, refusal } from '../proposals/marketplace.js';
import { textOfPdf } from '../../support/pdf-text.js';
import { AssessedCall } from './assessed-call.js';

let marketplace: Marketplace;
let lead: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  lead = await marketplace.member('sme', 'editor');
});
afterAll(async () => {
  await marketplace?.close();
});

const verdict = (outcome: string, conditions: string[] = []): object => ({
  ...{ outcome, conditions, reasons: `It is ${outcome}.`, language: 'en' },
});
const act = (round: AssessedCall, verb: string) =>
  round.desk('POST', `decisions/${verb}`, undefined, round.decider);

/** Proposals brought to a decision, in this order. */
async function ready(round: AssessedCall, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push(await round.proposal(lead));
  await round.assign(...ids);
  for (const id of ids) {
    for (const member of round.reviewers) {
      const duty = await round.dutyOf(member, id);
      if (duty) await round.handIn(member, duty, 4, { comment: 'For you.' });
    }
    expect((await round.panel(id, 'make-ready')).body.state).toBe('ready_for_decision');
  }
  return ids;
}

const statuses = (answers: readonly { status: number }[]): Record<number, number> =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((status) => [
      status,
      answers.filter((answer) => answer.status === status).length,
    ]),
  );

describe('decisions', () => {
  it('take a proposal off the waiting list once, publicly, by the deciding body alone', async () => {
    const round = await AssessedCall.open(marketplace, 2);
    const [id = '', other = ''] = await ready(round, 2);
    await round.decide(id, 'waitlisted');
    await round.decide(other, 'rejected');
    const promote = (body: object, member = round.decider, at = id) =>
      round.desk('POST', `decisions/${at}/promote`, body, member);
    expect((await promote(verdict('accepted'))).body).toMatchObject({ state: 'draft' });
    await act(round, 'agree');
    await act(round, 'release');
    const outcome = () => marketplace.ask(lead, 'GET', `/proposals/${id}/decision`);
    expect((await outcome()).body).toMatchObject({ state: 'waitlisted' });

    expect(refusal(await promote(verdict('waitlisted')))).toEqual([422, 'request/invalid', ['/outcome']]);
    expect(refusal(await promote(verdict('conditional')))).toEqual([422, 'request/invalid', ['/conditions']]);
    expect(refusal(await promote(verdict('accepted'), round.chair))[1]).toBe('decision/chair-decides');
    expect(refusal(await promote(verdict('accepted'), round.decider, other))[0]).toBe(409);
    const many = await Promise.all(
      Array.from({ length: 20 }, () => promote(verdict('conditional', ['A permit']))),
    );
    expect(statuses(many)).toEqual({ 200: 1, 409: 19 });
    expect((await outcome()).body).toMatchObject({
      state: 'conditional',
      decision: { outcome: 'conditional', conditions: ['A permit'] },
      comments: [{ comment: 'For you.' }, { comment: 'For you.' }],
    });

    const { abilities } = (await round.desk('GET', `panels/${id}`)).body;
    expect(abilities).toMatchObject({ fulfil: true });
    expect((await round.desk('POST', `panels/${id}/fulfil`, undefined, round.decider)).status).toBe(404);
    expect((await round.panel(id, 'fulfil')).body).toMatchObject({ state: 'accepted' });
    expect(refusal(await round.panel(id, 'fulfil'))[0]).toBe(409);
    const events = (await marketplace.events(id)).filter((line) => line.startsWith('proposal.released'));
    // On the waiting list, under conditions, without.
    expect(events).toHaveLength(3);
    expect(await marketplace.trail(id)).toEqual(
      expect.arrayContaining([
        'decision.promote waitlisted→conditional',
        'proposal.fulfil conditional→accepted',
      ]),
    );
  });

  it('stand on paper with scores and reasons, in the reader’s language, for the desk and the body', async () => {
    const round = await AssessedCall.open(marketplace, 2);
    const [id = ''] = await ready(round, 1);
    await round.decide(id, 'conditional', ['야간 운행 허가']);
    for (const [language, words] of [
      ['en', 'accepted under conditions'],
      ['ko', '조건부 선정'],
    ] as const) {
      const answer = await marketplace.app.inject({
        method: 'GET',
        url: `/api/v1/calls/${round.callId}/decision-sheet.pdf?language=${language}`,
        headers: { authorization: `Bearer ${round.decider.accessToken}` },
      });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
      const text = textOfPdf(answer.rawPayload).replaceAll('\n', '');
      for (const expected of [words, 'Evenings by the sea', 'It is conditional.', '야간 운행 허가'])
        expect(text).toContain(expected);
    }
    const stranger = await marketplace.ask(lead, 'GET', `/calls/${round.callId}/decision-sheet.pdf`);
    expect(stranger.status).toBe(404);
    expect(await marketplace.trail(round.callId)).toContain('decision-sheet.export');
  });
});

describe('reviewers', () => {
  it('are chosen by name among those who may review', async () => {
    const round = await AssessedCall.open(marketplace, 1);
    const candidates = async (organizationId: string) =>
      (await round.desk('GET', `reviewer-candidates?organizationId=${organizationId}`)).body.items;
    const [{ organizationId: taken = '' } = {}] = round.reviewers;
    expect(await candidates(taken)).toEqual([]);
    const editor = await marketplace.member('sme', 'editor');
    await marketplace.member('sme', 'viewer', editor.organizationId);
    expect(await candidates(editor.organizationId)).toEqual([
      { personId: editor.personId, name: expect.stringMatching(/^Person/) as string, language: 'en' },
    ]);
    expect((await candidates(newId())).length).toBe(0);
    const foreign = await round.desk(
      'GET',
      `reviewer-candidates?organizationId=${editor.organizationId}`,
      undefined,
      editor,
    );
    expect(foreign.status).toBe(404);
  });

  it.each([false, true])(
    'open the annexes of what they review, but in a blind round (%p)',
    async (isBlind) => {
      const round = await AssessedCall.open(marketplace, 2, { isBlind });
      const id = await round.proposal(lead);
      const [fileId, annexId] = [newId(), newId()];
      await marketplace.database.query(
        `insert into proposal_annex (id, proposal_id, file_id, title, sha256, added_by)
       values ($1, $2, $3, 'Map', repeat('a', 64), $4)`,
        [annexId, id, fileId, lead.personId],
      );
      const annexes = [{ fileId, title: 'Map', questionKey: null, sha256: 'a'.repeat(64) }];
      const dossier = {
        ...{ answers: {}, sections: {}, workPlan: [], budgetLines: [], leadTask: null, partners: [] },
        ...{ annexes, signOffs: [], letters: [], callId: null, callVersion: null, stage: null },
        signedSha256: 'a'.repeat(64),
      };
      const content = JSON.stringify({
        ...{ title: 'With a map', summary: 'S', language: 'en', partnersSought: null, themes: [] },
        ...{ collaboration: [], sdgTargets: [], budget: null, period: null, dossier },
      });
      await marketplace.database.query(
        `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       values ($1, $2, $3, 2, $4::jsonb, $5, $6)`,
        [
          newId(),
          lead.organizationId,
          id,
          content,
          createHash('sha256').update(content).digest('hex'),
          lead.personId,
        ],
      );
      await marketplace.database.query('update proposal set submissions = 2 where id = $1', [id]);
      await round.assign(id);
      const [member] = round.reviewers;
      if (!member) throw new Error('nobody reviews');
      const duty = (await round.dutyOf(member, id)) ?? '';
      const { body } = await round.read(member, duty);
      const file = { id: fileId, ownerType: 'proposal-annex', ownerId: annexId } as StoredFile;
      const purpose = marketplace.app.get(FilePurposes, { strict: false }).find('proposal-annex');
      const mayRead = async (reader: Member): Promise<boolean | undefined> => {
        const principal = await marketplace.app.get(Authenticator).authenticateToken(reader.accessToken);
        return purpose?.mayRead(actorFor(principal, undefined, newId()), file);
      };
      expect((body as unknown as { proposal: object }).proposal).toMatchObject({
        annexes: ['Map'],
        files: isBlind ? [] : [{ fileId, title: 'Map' }],
      });
      expect(await mayRead(member)).toBe(!isBlind);
      expect(await mayRead(round.decider)).toBe(false);
      const back = { reason: 'We bid together.', language: 'en' };
      expect((await round.review(member, duty, 'declare-conflict', back)).status).toBe(200);
      expect(await mayRead(member)).toBe(false);
    },
  );
});
