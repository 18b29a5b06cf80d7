import { WorkClock } from '../../../libs/engagements/src/app/work-clock.js';
import { type Cast, EngagementWorld, said, session } from './engagement-world.js';

let world: EngagementWorld;
let cast: Cast;

beforeAll(async () => {
  world = await EngagementWorld.open();
  cast = await world.cast();
});
afterAll(async () => {
  await world?.market.close();
});

const workClock = (): WorkClock => world.market.app.get(WorkClock, { strict: false });
const why = { reason: 'Not what was agreed on', language: 'en' };
const resume = { outcome: 'resume', words: 'So be it', language: 'en' };

describe('deliverables', () => {
  it('without an answer are reminded of after ten days, and then the secretariat hears', async () => {
    const id = await world.begun(cast);
    const [part] = (await world.room(id, cast.requester)).deliverables;
    await world.done(cast.consultant, id, `deliverables/${part?.id}/submit`, said('Here'));
    expect(await world.timers(id)).toEqual(['chase-answer 10']);
    const chase = (step: 'remind' | 'escalate'): Promise<void> =>
      world.inside((tx) => workClock().chase(tx, { engagementId: id, deliverableId: part?.id ?? '', step }));
    await chase('remind');
    expect(await world.told(id)).not.toContain('deliverable.reminded');
    await world.age(id, 10);
    await chase('remind');
    expect(await world.timers(id)).toEqual(['chase-answer 5']);
    await chase('escalate');
    expect(await world.told(id)).not.toContain('deliverable.unanswered');
    await world.age(id, 5);
    await chase('escalate');
    const chased = (await world.told(id)).filter((type) => /reminded|unanswered/.test(type));
    expect(chased).toEqual(['deliverable.reminded', 'deliverable.unanswered']);
  });

  it('wait for their own answers, whatever happens to others: no step puts a reminder off, or has it come twice', async () => {
    const id = await world.begun(cast);
    const [one, two] = (await world.room(id, cast.requester)).deliverables.map((part) => part.id);
    const chase = (step: 'remind' | 'escalate'): Promise<void> =>
      world.inside((tx) => workClock().chase(tx, { engagementId: id, deliverableId: one ?? '', step }));
    await world.done(cast.consultant, id, `deliverables/${one}/submit`, said('Here'));
    await world.age(id, 9);
    const delivered = await world.done(cast.consultant, id, `deliverables/${two}/submit`, said('Here'));
    expect([delivered.state, await world.chases(id)]).toEqual(['delivered', ['remind 1', 'remind 10']]);

    await world.age(id, 3);
    await chase('remind');
    await world.done(cast.requester, id, `deliverables/${two}/ask-revision`, said('More'));
    expect(await world.chases(id)).toEqual(['escalate 3']);
    await world.done(cast.consultant, id, `deliverables/${two}/submit`, said('More'));
    await world.done(cast.requester, id, `deliverables/${two}/accept`);
    expect(await world.chases(id)).toEqual(['escalate 3']);

    await world.age(id, 3);
    await chase('escalate');
    // The next move finds that both have been told.
    await world.done(cast.consultant, id, 'dispute', why);
    await world.done(world.secretariat, id, 'decide-dispute', resume);
    expect(await world.timers(id)).toEqual([]);
    const chased = (await world.told(id)).filter((type) => /reminded|unanswered/.test(type));
    expect(chased).toEqual(['deliverable.reminded', 'deliverable.unanswered']);
  });
});

describe('a dispute', () => {
  it('adds its time to what was waited for, and nothing else does', async () => {
    const id = await world.begun(cast);
    const [one, two] = (await world.room(id, cast.requester)).deliverables.map((part) => part.id);
    const { sessions } = (await world.done(cast.consultant, id, 'sessions', session(24))) as unknown as {
      sessions: { id: string; slots: string[] }[];
    };
    const [held] = sessions;
    await world.done(cast.requester, id, `sessions/${held?.id}/confirm`, { startsAt: held?.slots[0] });
    await world.done(cast.consultant, id, `deliverables/${one}/submit`, said('Here'));
    await world.age(id, 8);
    const minutes = { minutes: 'We agreed.', language: 'en', heldMinutes: 60 };
    await world.done(cast.consultant, id, `sessions/${held?.id}/minutes`, minutes);
    await world.age(id, 4);
    await world.done(cast.consultant, id, `deliverables/${two}/submit`, said('Here'));
    expect(await world.timers(id)).toEqual(['chase-answer 10', 'chase-answer 3', 'confirm-minutes 1']);

    await world.done(cast.requester, id, 'dispute', why);
    await world.age(id, 7);
    const resumed = await world.done(world.secretariat, id, 'decide-dispute', resume);
    expect(resumed.state).toBe('delivered');
    expect(await world.timers(id)).toEqual(['chase-answer 10', 'chase-answer 3', 'confirm-minutes 1']);
    // What is handed over now has not waited through it.
    await world.done(cast.requester, id, `deliverables/${two}/ask-revision`, said('More'));
    await world.done(cast.consultant, id, `deliverables/${two}/submit`, said('More'));
    expect(await world.chases(id)).toEqual(['escalate 3', 'remind 10']);
  });
});
