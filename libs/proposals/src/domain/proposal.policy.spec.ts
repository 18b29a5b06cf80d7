import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import {
  abilitiesFor,
  may,
  type ProposalAction,
  type ProposalRelation,
  relationTo,
} from './proposal.policy.js';
import { PROPOSAL_STATES, type ProposalState } from './proposal-states.js';

const OWN = 'the proposing organization';
const OTHER = 'another organization';
const ACTIONS: ProposalAction[] = ['read', 'update', 'submit', 'withdraw'];

function actor(kind: string, role: string, id: string): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

/** What an actor may do to a proposal in a state, however the actor stands to it. */
function allowed(who: Actor, state: ProposalState, relation: ProposalRelation): ProposalAction[] {
  return ACTIONS.filter((action) => may(who, action, { organizationId: OWN, state }, relation));
}

describe('how an organization stands to a proposal', () => {
  it.each<[string, string, boolean, ProposalRelation]>([
    ['sme', OWN, false, 'own'],
    ['sme', OWN, true, 'own'],
    ['secretariat', OWN, false, 'own'],
    ['secretariat', OTHER, false, 'secretariat'],
    ['city', OTHER, true, 'counterpart'],
    ['city', OTHER, false, 'stranger'],
  ])('a %s of %s, matched: %p, is %s', (kind, id, isCounterpart, relation) => {
    expect(relationTo(actor(kind, 'owner', id), { organizationId: OWN }, isCounterpart)).toBe(relation);
  });
});

describe('what a role may do to a proposal', () => {
  const everything = ACTIONS;
  it.each<[string, string, ProposalRelation, ProposalAction[], ProposalAction[]]>([
    // kind, role, relation, while a draft, once handed in
    ['sme', 'owner', 'own', everything, everything],
    ['sme', 'editor', 'own', everything, everything],
    ['sme', 'viewer', 'own', ['read'], ['read']],
    ['city', 'officer', 'own', everything, everything],
    ['consultancy', 'owner', 'own', ['read'], ['read']],
    ['sme', 'owner', 'stranger', [], []],
    ['sme', 'viewer', 'stranger', [], []],
    ['city', 'officer', 'counterpart', [], ['read']],
    ['city', 'viewer', 'counterpart', [], ['read']],
    ['consultancy', 'owner', 'counterpart', [], ['read']],
    ['secretariat', 'administrator', 'secretariat', [], ['read']],
    ['secretariat', 'officer', 'secretariat', [], ['read']],
    ['sme', 'unheard of', 'own', [], []],
  ])('%s %s, %s', (kind, role, relation, inDraft, later) => {
    const who = actor(kind, role, relation === 'own' ? OWN : OTHER);
    expect(allowed(who, 'draft', relation)).toEqual(inDraft);
    expect(allowed(who, 'submitted', relation)).toEqual(later);
    expect(allowed(who, 'withdrawn', relation)).toEqual(later);
  });
});

describe('what a screen offers', () => {
  const offers = (who: Actor, state: ProposalState, releasedAt: Date | null = null): string[] => {
    const abilities = Object.entries(abilitiesFor(who, { organizationId: OWN, state, releasedAt }));
    return abilities.filter(([, can]) => can).map(([ability]) => ability);
  };
  const editor = actor('sme', 'editor', OWN);

  it('to an editor is what the state allows', () => {
    expect(offers(editor, 'draft')).toEqual(['update', 'submit']);
    expect(offers(editor, 'submitted')).toEqual(['withdraw']);
    expect(offers(editor, 'more_info')).toEqual(['update', 'submit', 'withdraw']);
    expect(offers(editor, 'withdrawn')).toEqual([]);
  });

  it('does not tell a decision that is not public', () => {
    const [undecided, ...decided] = [
      'discussion',
      'accepted',
      'conditional',
      'waitlisted',
      'rejected',
    ] as const;
    for (const state of decided) expect(offers(editor, state)).toEqual(offers(editor, undecided));
    expect(offers(editor, 'rejected', new Date())).toEqual([]);
  });

  it('is nothing to all others', () => {
    for (const state of PROPOSAL_STATES) {
      expect(offers(actor('sme', 'viewer', OWN), state)).toEqual([]);
      expect(offers(actor('sme', 'editor', OTHER), state)).toEqual([]);
      expect(offers(actor('secretariat', 'officer', OTHER), state)).toEqual([]);
    }
  });
});
