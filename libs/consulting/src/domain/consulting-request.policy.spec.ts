import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import {
  abilitiesFor,
  type ConsultingRequestAction,
  type ConsultingRequestRelation,
  may,
  relationTo,
} from './consulting-request.policy.js';
import { CONSULTING_REQUEST_STATES, type ConsultingRequestState } from './consulting-request.js';

const OWN = 'the requesting organization';
const OTHER = 'another organization';
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
  const request = { organizationId: OWN, state };
  return ACTIONS.filter((action) => may(who, action, request, relationTo(who, request, isCounterpart)));
}

describe('how an organization stands to a request', () => {
  it.each<[string, string, boolean, ConsultingRequestRelation]>([
    ['city', OWN, false, 'own'],
    ['secretariat', OTHER, false, 'secretariat'],
    ['consultancy', OTHER, true, 'counterpart'],
    ['consultancy', OTHER, false, 'stranger'],
  ])('a %s of %s, matched: %p, is %s', (kind, id, isCounterpart, relation) => {
    expect(relationTo(actor(kind, 'owner', id), { organizationId: OWN }, isCounterpart)).toBe(relation);
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

describe('what a screen offers', () => {
  const offers = (who: Actor) =>
    CONSULTING_REQUEST_STATES.map((state) => abilitiesFor(who, { organizationId: OWN, state }));

  it('to an editor is what the state allows; to all others nothing', () => {
    const nothing = { update: false, submit: false };
    expect(offers(actor('city', 'officer', OWN))).toEqual([{ update: true, submit: true }, nothing]);
    expect(offers(actor('city', 'viewer', OWN))).toEqual([nothing, nothing]);
    expect(offers(actor('consultancy', 'owner', OTHER))).toEqual([nothing, nothing]);
  });
});
