import type { Actor } from '#libs/kernel';
import { abilitiesFor, may } from './application.policy.js';
import type { Application, ApplicationState } from './application.js';
import { type ApplicationReview, isReviewed, reviewerRefusal, visibleTo } from './application-review.js';
import { officerRefusal } from './decision.js';
import { reasonTemplates } from './reason-templates.js';
import { recommenderRefusal } from './recommendation.js';

const actor = (id: string, kind: string, permissions: readonly string[]): Actor => ({
  personId: 'person',
  sessionId: 'session',
  organization: { id, kind, role: 'owner', signatory: false },
  permissions: new Set(permissions),
  requestId: 'request',
});
const OWNER = ['application.read', 'application.update', 'application.submit'];
const OFFICER = ['application.read', 'application.decide'];
const application = (state: ApplicationState): Application =>
  ({ organizationId: 'applicant', state, appealedAt: null, mayGiveWay: false }) as Application;

describe('who may do what to an application', () => {
  it('its owner, not the owner of another one', () => {
    expect(may(actor('applicant', 'sme', OWNER), 'submit', application('draft'))).toBe(true);
    expect(may(actor('other', 'sme', OWNER), 'submit', application('draft'))).toBe(false);
    expect(may(actor('applicant', 'sme', ['application.read']), 'submit', application('draft'))).toBe(false);
  });

  it('the secretariat from the moment it was sent, and never the applicant on that side', () => {
    const officer = actor('office', 'secretariat', OFFICER);
    expect(may(officer, 'read', application('draft'))).toBe(false);
    expect(may(officer, 'read', application('awaiting_recommendation'))).toBe(true);
    expect(may(officer, 'decide', application('secretariat_review'))).toBe(true);
    expect(may(actor('applicant', 'sme', OFFICER), 'decide', application('secretariat_review'))).toBe(false);
  });

  it('says what comes next: one appeal, no decision before its time', () => {
    const owner = actor('applicant', 'sme', OWNER);
    expect(abilitiesFor(owner, application('rejected')).appeal).toBe(true);
    expect(abilitiesFor(owner, { ...application('rejected'), appealedAt: new Date() }).appeal).toBe(false);
    expect(abilitiesFor(owner, application('rejected')).beginAnew).toBe(false);
    expect(abilitiesFor(owner, { ...application('rejected'), mayGiveWay: true }).beginAnew).toBe(true);
    expect(abilitiesFor(owner, application('withdrawn')).beginAnew).toBe(true);
    const officer = actor('office', 'secretariat', OFFICER);
    expect(abilitiesFor(officer, application('awaiting_recommendation')).decide).toBe(false);
    expect(abilitiesFor(officer, application('secretariat_review')).decide).toBe(true);
  });
});

describe('a recommender', () => {
  const fit = { kind: 'city', isActive: true, isApplicant: false, sharesPerson: false };

  it.each([
    [{}, null],
    [{ kind: 'sme' }, null],
    [{ isActive: false }, 'application/recommender-unknown'],
    [{ kind: 'secretariat' }, 'application/recommender-unknown'],
    [{ isApplicant: true, isActive: false }, 'application/recommender-not-independent'],
    [{ sharesPerson: true }, 'application/recommender-not-independent'],
    [{ sharesPerson: true, isActive: false }, 'application/recommender-unknown'],
  ])('with %p is answered %p', (facts, answer) => {
    expect(recommenderRefusal({ ...fit, ...facts })).toBe(answer);
  });
});

describe('a reviewer', () => {
  const fit = { canReview: true, sitsInApplicant: false, sitsInRecommender: false };

  it.each([
    [{}, null],
    [{ canReview: false }, 'application/reviewer-unknown'],
    [{ sitsInApplicant: true }, 'application/reviewer-has-a-stake'],
    [{ sitsInRecommender: true }, 'application/reviewer-has-a-stake'],
  ])('with %p is answered %p', (facts, answer) => {
    expect(reviewerRefusal({ ...fit, ...facts })).toBe(answer);
  });

  const review = (personId: string, state: ApplicationReview['state']): ApplicationReview =>
    ({ personId, state }) as ApplicationReview;

  it('sees the scores of others once their own are in', () => {
    const reviews = [review('one', 'assigned'), review('two', 'submitted')];
    expect(visibleTo(reviews, 'one').map(({ personId }) => personId)).toEqual(['one']);
    expect(visibleTo(reviews, 'two').map(({ personId }) => personId)).toEqual(['two']);
    const both = [review('one', 'submitted'), review('two', 'submitted')];
    expect(visibleTo(both, 'one').map(({ personId }) => personId)).toEqual(['one', 'two']);
    expect(visibleTo(both, 'three')).toEqual([]);
  });

  it('is one of two', () => {
    expect(isReviewed([review('one', 'submitted'), review('two', 'assigned')])).toBe(false);
    expect(isReviewed([review('one', 'submitted'), review('two', 'declined')])).toBe(false);
    expect(isReviewed([review('one', 'submitted'), review('two', 'submitted')])).toBe(true);
  });
});

describe('an officer', () => {
  const officer = { personId: 'first', sitsInApplicant: false, decidedBefore: ['first'] };

  it('who decided before does not decide the appeal, nor answers to questions in it', () => {
    const another = { ...officer, personId: 'second' };
    expect(officerRefusal({ state: 'appealed', askedFrom: null }, officer)).toBe(
      'application/appeal-needs-another-officer',
    );
    expect(officerRefusal({ state: 'info_requested', askedFrom: 'appealed' }, officer)).not.toBeNull();
    expect(officerRefusal({ state: 'appealed', askedFrom: null }, another)).toBeNull();
    expect(officerRefusal({ state: 'secretariat_review', askedFrom: null }, officer)).toBeNull();
  });

  it('never decides for themselves', () => {
    const own = { ...officer, decidedBefore: [], sitsInApplicant: true };
    expect(officerRefusal({ state: 'secretariat_review', askedFrom: null }, own)).toBe(
      'application/has-a-stake',
    );
  });
});

it('offers the same reasons in every language', () => {
  const [en, ko] = [reasonTemplates('en'), reasonTemplates('ko')];
  expect(ko.map(({ code }) => code)).toEqual(en.map(({ code }) => code));
  for (const verdict of ['accept', 'reject', 'ask'])
    expect(en.filter((template) => template.verdict === verdict)).not.toEqual([]);
  expect(ko.filter(({ text }) => !/[가-힣]/.test(text))).toEqual([]);
});
