import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import { abilitiesFor, may, type OpportunityAction } from './opportunity.policy.js';
import { OPPORTUNITY_STATES, type OpportunityState } from './opportunity.js';

const OWN = 'the offering organization';
const OTHER = 'another organization';
const ACTIONS: OpportunityAction[] = ['read', 'update', 'publish', 'close'];

function actor(kind: string, role: string, id: string): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

function allowed(who: Actor, state: OpportunityState): OpportunityAction[] {
  return ACTIONS.filter((action) => may(who, action, { organizationId: OWN, state }));
}

describe('what a role may do to an opportunity', () => {
  const everything = ACTIONS;
  it.each<[string, string, string, OpportunityAction[], OpportunityAction[]]>([
    // kind, role, organization, while a draft, once published
    ['city', 'owner', OWN, everything, everything],
    ['city', 'officer', OWN, everything, everything],
    ['city', 'viewer', OWN, ['read'], ['read']],
    ['sme', 'editor', OWN, everything, everything],
    ['city', 'officer', OTHER, [], ['read']],
    ['sme', 'viewer', OTHER, [], ['read']],
    ['consultancy', 'owner', OTHER, [], ['read']],
    ['secretariat', 'administrator', OTHER, [], ['read']],
    ['sme', 'unheard of', OTHER, [], []],
  ])('%s %s of %s', (kind, role, id, inDraft, later) => {
    const who = actor(kind, role, id);
    expect(allowed(who, 'draft')).toEqual(inDraft);
    expect(allowed(who, 'published')).toEqual(later);
    expect(allowed(who, 'closed')).toEqual(later);
  });

  it('is nothing without an organization', () => {
    expect(allowed(systemActor('request'), 'published')).toEqual([]);
  });
});

describe('what a screen offers', () => {
  const offers = (who: Actor) =>
    OPPORTUNITY_STATES.map((state) => {
      const abilities = Object.entries(abilitiesFor(who, { organizationId: OWN, state }));
      return abilities.filter(([, can]) => can).map(([ability]) => ability);
    });

  it('to an editor is what the state allows; to all others nothing', () => {
    expect(offers(actor('city', 'officer', OWN))).toEqual([['update', 'publish'], ['update', 'close'], []]);
    expect(offers(actor('city', 'viewer', OWN))).toEqual([[], [], []]);
    expect(offers(actor('city', 'officer', OTHER))).toEqual([[], [], []]);
  });
});
