import { MATCH_STATES, type MatchState, permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import type { Match } from './match.js';
import { abilitiesFor, isParty, refusalToSend } from './match.policy.js';

const OURS = 'our organization';
const THEIRS = 'their organization';

function actor(kind: string, role: string, id = OURS): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

function match(state: MatchState, { isOpen = true, from = OURS } = {}): Match {
  const interest = {
    id: 'interest',
    fromOrganizationId: from,
    toOrganizationId: from === OURS ? THEIRS : OURS,
    state: state === 'declined' ? ('declined' as const) : ('sent' as const),
    message: 'Shall we?',
    language: null,
    sentAt: new Date(0),
    expiresAt: new Date(0),
    conversationId: null,
  };
  return {
    id: 'match',
    subject: { type: 'proposal', id: 'proposal', organizationId: OURS },
    counterpart: { type: 'organization', id: THEIRS, organizationId: THEIRS },
    state,
    isOpen,
    interest: state === 'suggested' || state === 'dismissed' ? null : interest,
    score: 0.5,
    fit: 'good',
    ourScore: null,
    theirScore: null,
    reasons: [],
    unmet: [],
    notStated: [],
    notes: [],
    computedAt: new Date(0),
    version: 1,
  };
}

describe('what may be sent in a match', () => {
  it.each<[MatchState, Parameters<typeof match>[1], string | undefined]>([
    ['suggested', {}, undefined],
    ['suggested', { isOpen: false }, 'match/closed'],
    ['interest-sent', {}, 'interest/already-sent'],
    ['interest-received', { from: THEIRS }, 'interest/awaiting-your-answer'],
    ['connected', {}, 'match/already-connected'],
    ['connected', { isOpen: false }, 'match/already-connected'],
    ['dismissed', {}, 'match/dismissed'],
    ['declined', { from: OURS }, 'interest/declined-before'],
    ['declined', { from: THEIRS }, undefined],
    ['declined', { from: THEIRS, isOpen: false }, 'match/closed'],
  ])('%s %j: %s', (state, circumstances, code) => {
    expect(refusalToSend(match(state, circumstances))?.code).toBe(code);
  });
});

describe('what readers may do with a match', () => {
  const allowed = (who: Actor, seen: Match): string[] =>
    Object.entries(abilitiesFor(who, seen)).flatMap(([ability, can]) => (can ? [ability] : []));

  const expected: Record<MatchState, string[]> = {
    suggested: ['dismiss', 'sendInterest'],
    'interest-sent': ['withdrawInterest'],
    'interest-received': ['answerInterest'],
    connected: [],
    declined: ['dismiss'],
    dismissed: [],
  };

  it.each(MATCH_STATES.map((state) => [state]))('%s', (state) => {
    expect(allowed(actor('sme', 'editor'), match(state))).toEqual(expected[state]);
    expect(allowed(actor('consultancy', 'owner'), match(state))).toEqual(expected[state]);
    expect(allowed(actor('city', 'viewer'), match(state))).toEqual([]);
    expect(allowed(actor('secretariat', 'administrator', 'the secretariat'), match(state))).toEqual([]);
  });

  it('lets who declined write, and puts nothing in the way of dismissing what has ended', () => {
    expect(allowed(actor('sme', 'owner'), match('declined', { from: THEIRS }))).toEqual([
      'dismiss',
      'sendInterest',
    ]);
    expect(allowed(actor('sme', 'owner'), match('suggested', { isOpen: false }))).toEqual(['dismiss']);
  });

  it('knows a party by the side the match is seen from', () => {
    expect(isParty(actor('sme', 'viewer'), match('suggested'))).toBe(true);
    expect(isParty(actor('sme', 'viewer', THEIRS), match('suggested'))).toBe(false);
  });
});
