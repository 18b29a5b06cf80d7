import { permissionsOf } from '#libs/contracts';
import { type Actor, nextState, systemActor } from '#libs/kernel';
import { directionFor, INTEREST_STATES, type InterestState, interestTransitions } from './interest.js';
import { abilitiesFor, mayRead } from './interest.policy.js';

const SENDER = 'the sender';
const RECEIVER = 'the receiver';

const interest = (state: InterestState = 'sent') => ({
  fromOrganizationId: SENDER,
  toOrganizationId: RECEIVER,
  state,
});

function actor(id: string, kind: string, role: string): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

const abilities = (who: Actor, state?: InterestState): string[] =>
  Object.entries(abilitiesFor(who, interest(state))).flatMap(([verb, can]) => (can ? [verb] : []));

describe('an interest', () => {
  it.each(INTEREST_STATES.filter((state) => state !== 'sent'))('once %s stays so', (state) => {
    for (const verb of ['accept', 'decline', 'withdraw'] as const) {
      expect(() => nextState(interestTransitions, state, verb)).toThrow(
        expect.objectContaining({
          code: 'interest/wrong-state',
          options: expect.objectContaining({ extra: { state } }),
        }),
      );
    }
    expect(abilities(actor(SENDER, 'sme', 'owner'), state)).toEqual([]);
    expect(abilities(actor(RECEIVER, 'city', 'owner'), state)).toEqual([]);
  });

  it('has a direction for its two organizations only', () => {
    expect(directionFor(interest(), SENDER)).toBe('sent');
    expect(directionFor(interest(), RECEIVER)).toBe('received');
    expect(directionFor(interest(), 'somebody')).toBeUndefined();
    expect(directionFor(interest(), undefined)).toBeUndefined();
  });

  it.each([
    [SENDER, 'sme', 'editor', true, ['withdraw']],
    [SENDER, 'sme', 'viewer', true, []],
    [RECEIVER, 'city', 'officer', true, ['accept', 'decline']],
    [RECEIVER, 'consultancy', 'editor', true, ['accept', 'decline']],
    [RECEIVER, 'city', 'viewer', true, []],
    ['somebody', 'city', 'owner', false, []],
    ['the secretariat', 'secretariat', 'administrator', false, []],
  ])('%s as %s %s reads: %p, may %j', (id, kind, role, reads, verbs) => {
    const who = actor(id, kind, role);
    expect(mayRead(who, interest())).toBe(reads);
    expect(abilities(who)).toEqual(verbs);
  });
});
