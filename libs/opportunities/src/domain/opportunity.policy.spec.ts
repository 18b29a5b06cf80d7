import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import { abilitiesFor, may, mayReadStory, type OpportunityAction } from './opportunity.policy.js';
import { OPPORTUNITY_STATES, type OpportunityState } from './opportunity-states.js';

const OWN = 'the offering organization';
const OTHER = 'another organization';
const ACTIONS: OpportunityAction[] = ['read', 'update', 'publish', 'close', 'review'];
const AT = new Date('2026-11-22T00:00:00Z');

function actor(kind: string, role: string, id: string): Actor {
  return {
    ...systemActor('request'),
    organization: { id, kind, role, signatory: false },
    permissions: new Set(permissionsOf(kind, role)),
  };
}

/** As it is in a state: published once unless that state comes before. */
const at = (state: OpportunityState, changes: object = {}) => ({
  organizationId: OWN,
  state,
  publishedAt: state === 'draft' || state === 'review' ? null : AT,
  heldAt: null,
  isRenewable: false,
  ...changes,
});

function allowed(who: Actor, opportunity: ReturnType<typeof at>): OpportunityAction[] {
  return ACTIONS.filter((action) => may(who, action, opportunity));
}

describe('what a role may do to an opportunity', () => {
  const everything = ACTIONS.filter((action) => action !== 'review');
  it.each<[string, string, string, OpportunityAction[], OpportunityAction[], OpportunityAction[]]>([
    // kind, role, organization, while a draft, while it is looked at, once published
    ['city', 'owner', OWN, everything, everything, everything],
    ['city', 'officer', OWN, everything, everything, everything],
    ['city', 'viewer', OWN, ['read'], ['read'], ['read']],
    ['sme', 'editor', OWN, everything, everything, everything],
    ['city', 'officer', OTHER, [], [], ['read']],
    ['sme', 'viewer', OTHER, [], [], ['read']],
    ['consultancy', 'owner', OTHER, [], [], ['read']],
    ['secretariat', 'administrator', OTHER, [], ['read', 'review'], ['read', 'review']],
    ['secretariat', 'officer', OTHER, [], ['read', 'review'], ['read', 'review']],
    ['sme', 'unheard of', OTHER, [], [], []],
  ])('%s %s of %s', (kind, role, id, inDraft, lookedAt, later) => {
    const who = actor(kind, role, id);
    expect(allowed(who, at('draft'))).toEqual(inDraft);
    expect(allowed(who, at('review'))).toEqual(lookedAt);
    for (const state of ['published', 'paused', 'filled', 'expired', 'closed'] as const) {
      expect(allowed(who, at(state))).toEqual(later);
    }
  });

  it('is nothing without an organization', () => {
    expect(allowed(systemActor('request'), at('published'))).toEqual([]);
  });

  it('does not show others a draft that was put away', () => {
    const discarded = at('closed', { publishedAt: null });
    for (const kind of ['city', 'secretariat']) {
      expect(allowed(actor(kind, kind === 'city' ? 'officer' : 'administrator', OTHER), discarded)).toEqual(
        [],
      );
    }
    expect(may(actor('city', 'viewer', OWN), 'read', discarded)).toBe(true);
  });

  it('shows its story to its own people and the secretariat', () => {
    const published = at('published');
    expect(mayReadStory(actor('city', 'viewer', OWN), published)).toBe(true);
    expect(mayReadStory(actor('secretariat', 'officer', OTHER), published)).toBe(true);
    expect(mayReadStory(actor('sme', 'owner', OTHER), published)).toBe(false);
    expect(mayReadStory(actor('secretariat', 'officer', OTHER), at('draft'))).toBe(false);
  });
});

describe('what a screen offers', () => {
  const offers = (who: Actor, changes: object = {}) =>
    Object.fromEntries(
      OPPORTUNITY_STATES.map((state) => {
        const abilities = Object.entries(abilitiesFor(who, at(state, changes)));
        return [state, abilities.filter(([, can]) => can).map(([ability]) => ability)];
      }),
    );
  const nothing = Object.fromEntries(OPPORTUNITY_STATES.map((state) => [state, []]));

  it('to an editor is what the state allows', () => {
    expect(offers(actor('city', 'officer', OWN))).toEqual({
      draft: ['update', 'publish', 'discard'],
      review: ['takeBack', 'close'],
      published: ['update', 'pause', 'fill', 'close'],
      paused: ['update', 'resume', 'fill', 'close'],
      filled: ['reportOutcome'],
      expired: [],
      closed: [],
    });
  });

  it('to others is nothing', () => {
    expect(offers(actor('city', 'viewer', OWN))).toEqual(nothing);
    expect(offers(actor('city', 'officer', OTHER))).toEqual(nothing);
  });

  it('to the secretariat is its look, and to step in', () => {
    expect(offers(actor('secretariat', 'officer', OTHER))).toEqual({
      ...nothing,
      review: ['approve', 'sendBack'],
      published: ['hold'],
      paused: ['hold'],
    });
  });

  it('while the secretariat holds it is to mend it and to ask for a look, and for the secretariat to release it', () => {
    const held = { heldAt: AT };
    expect(offers(actor('city', 'officer', OWN), held)).toMatchObject({
      paused: ['update', 'askLook', 'fill', 'close'],
    });
    expect(offers(actor('secretariat', 'officer', OTHER), held)).toMatchObject({ paused: ['release'] });
  });

  it('near its end, and after it, is the renewal', () => {
    const near = offers(actor('sme', 'editor', OWN), { isRenewable: true });
    expect(near).toMatchObject({ expired: ['renew'] });
    expect(near.published).toContain('renew');
    expect(near.paused).not.toContain('renew');
    const held = offers(actor('sme', 'editor', OWN), { isRenewable: true, heldAt: AT });
    expect(held).toMatchObject({ expired: [] });
  });
});
