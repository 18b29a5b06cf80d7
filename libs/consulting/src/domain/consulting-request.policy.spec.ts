import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import {
  abilitiesFor,
  type ConsultingRequestAction,
  type ConsultingRequestRelation,
  may,
  relationTo,
} from './consulting-request.policy.js';
import { CONSULTING_REQUEST_STATES, type ConsultingRequestState } from './request-states.js';

const OWN = 'the requesting organization';
const OTHER = 'another organization';
const REQUEST = { organizationId: OWN, kind: 'b2b', quotesOpenedAt: null } as const;
const ACTIONS: ConsultingRequestAction[] = ['read', 'update', 'submit'];

function actor(kind: string, role: string, id: string): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

/** What an actor may do to a request in a state. */
function allowed(
  who: Actor,
  state: ConsultingRequestState,
  isCounterpart: boolean,
): ConsultingRequestAction[] {
  const request = { ...REQUEST, state };
  return ACTIONS.filter((action) => may(who, action, request, relationTo(who, request, { isCounterpart })));
}

describe('how an organization stands to a request', () => {
  it.each<[string, string, boolean, ConsultingRequestRelation]>([
    ['city', OWN, false, 'own'],
    ['secretariat', OTHER, false, 'secretariat'],
    ['consultancy', OTHER, true, 'counterpart'],
    ['consultancy', OTHER, false, 'stranger'],
  ])('a %s of %s, matched: %p, is %s', (kind, id, isCounterpart, relation) => {
    expect(relationTo(actor(kind, 'owner', id), { organizationId: OWN }, { isCounterpart })).toBe(relation);
  });
});

describe('what a role may do to a request', () => {
  it.each<[string, string, string, boolean, ConsultingRequestAction[], ConsultingRequestAction[]]>([
    // kind, role, organization, matched, while a draft, once submitted
    ['city', 'officer', OWN, false, ACTIONS, ACTIONS],
    ['sme', 'editor', OWN, false, ACTIONS, ACTIONS],
    ['sme', 'viewer', OWN, false, ['read'], ['read']],
    ['consultancy', 'owner', OTHER, true, [], ['read']],
    ['consultancy', 'viewer', OTHER, true, [], ['read']],
    ['consultancy', 'owner', OTHER, false, [], []],
    ['secretariat', 'officer', OTHER, false, [], ['read']],
    ['sme', 'owner', OTHER, false, [], []],
    ['city', 'unheard of', OWN, false, [], []],
  ])('%s %s of %s, matched: %p', (kind, role, id, isCounterpart, inDraft, later) => {
    const who = actor(kind, role, id);
    expect(allowed(who, 'draft', isCounterpart)).toEqual(inDraft);
    expect(allowed(who, 'submitted', isCounterpart)).toEqual(later);
  });
});

describe('what a committee is asked', () => {
  it('is read by whoever was invited or shall pay, and not by whoever was matched', () => {
    const who = actor('consultancy', 'owner', OTHER);
    const request = { ...REQUEST, kind: 'committee', state: 'triage' } as const;
    const reads = (relation: ConsultingRequestRelation): boolean => may(who, 'read', request, relation);
    expect(['expert', 'bearer', 'counterpart', 'stranger'].map((one) => reads(one as 'expert'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what a screen offers', () => {
  const offered = (who: Actor, state: ConsultingRequestState, isOpened = false): string[] => {
    const quotesOpenedAt = isOpened ? new Date(0) : null;
    const abilities = abilitiesFor(who, { ...REQUEST, state, quotesOpenedAt });
    return Object.entries(abilities).flatMap(([verb, may]) => (may ? [verb] : []));
  };

  it.each<[ConsultingRequestState, string[], string[]]>([
    ['draft', ['update', 'submit', 'discard'], []],
    [
      'submitted',
      ['name', 'cancel'],
      ['take', 'askInformation', 'answer', 'refuse', 'invite', 'leaveUnanswered'],
    ],
    ['need_info', ['giveInformation', 'cancel'], []],
    ['matching', ['name', 'cancel'], ['invite', 'leaveUnanswered']],
    ['quoting', ['name', 'cancel', 'closeQuotes'], ['closeQuotes', 'invite', 'leaveUnanswered']],
    ['engaged', [], []],
  ])('while it is %s follows the state: to an officer %p, to the desk %p', (state, own, desk) => {
    expect(offered(actor('city', 'officer', OWN), state)).toEqual(own);
    expect(offered(actor('secretariat', 'officer', OTHER), state)).toEqual(desk);
    expect(offered(actor('city', 'viewer', OWN), state)).toEqual([]);
    expect(offered(actor('consultancy', 'owner', OTHER), state)).toEqual([]);
  });

  it('opens the quotes to both, and the choice to whoever asks', () => {
    expect(offered(actor('city', 'officer', OWN), 'quoting', true)).toEqual([
      'cancel',
      'readQuotes',
      'select',
    ]);
    expect(offered(actor('secretariat', 'officer', OTHER), 'quoting', true)).toEqual([
      'readQuotes',
      'leaveUnanswered',
    ]);
  });

  it('names every state there is', () => {
    for (const state of CONSULTING_REQUEST_STATES)
      expect(offered(actor('sme', 'viewer', OWN), state)).toEqual([]);
  });
});
