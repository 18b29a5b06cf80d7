import { DEFAULT_SPEC } from '../spec.js';
import { examination } from '../market/attention.js';
import { lessonOf, type Answer } from './answers.js';
import { foldAnswers } from './fold-answers.js';
import { learnedSpec } from './learned-spec.js';
import { acceptance, forgetting, learntAbout, UNTAUGHT } from './model.js';
import { promoted, replay } from './replay.js';

const answer = (changes: Partial<Answer>): Answer => ({
  organizationId: 'org',
  values: {},
  kind: 'accept',
  position: 1,
  timesShown: 1,
  ...changes,
});
/** An organization that accepts what is near and does not care for themes. */
const nearOnly = (organizationId: string, count: number): Answer[] =>
  Array.from({ length: count }, (_, at) => {
    const near = at % 2;
    return answer({
      organizationId,
      values: { place_sought: near, themes_in_common: Math.floor(at / 2) % 2 },
      kind: near === 1 ? 'accept' : 'decline',
      position: 1 + (at % 5),
    });
  });

describe('what an answer teaches', () => {
  it('is nothing when a match was ignored once, and little when it was ignored often', () => {
    expect(lessonOf(answer({ kind: 'ignore', timesShown: 2 }))).toBeUndefined();
    expect(lessonOf(answer({ kind: 'ignore', timesShown: 3 }))).toEqual({ label: 0, weight: 0.3 });
    expect(lessonOf(answer({ kind: 'ignore', timesShown: 3, position: 7 }))!.weight).toBeCloseTo(0.1);
  });

  it('counts more from a place that is seldom looked at, within a limit', () => {
    expect(examination(1)).toBe(1);
    expect(lessonOf(answer({ position: 3 }))).toEqual({ label: 1, weight: 2 });
    expect(lessonOf(answer({ position: 1000 }))!.weight).toBe(4);
  });
});

describe('learning', () => {
  it('knows nothing at first', () => {
    expect(acceptance(UNTAUGHT, 'org', { place_sought: 1 })).toBe(0.5);
    expect(learnedSpec(DEFAULT_SPEC, UNTAUGHT, 'org')).toBe(DEFAULT_SPEC);
  });

  it('learns what an organization goes by, and a little for everybody', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 200));
    expect(acceptance(model, 'org', { place_sought: 1 })).toBeGreaterThan(0.6);
    expect(acceptance(model, 'org', { place_sought: 0 })).toBeLessThan(0.4);
    expect(learntAbout(model, 'org')[0]?.code).toBe('place_sought');
    expect(acceptance(model, 'other', { place_sought: 1 })).toBeGreaterThan(0.5);
    expect(learntAbout(model, 'other')).toEqual([]);
  });

  it('takes the reason of a decline at its word', () => {
    const declined = answer({ kind: 'decline', reason: 'language_shared', values: { language_shared: 0.5 } });
    const model = foldAnswers(UNTAUGHT, [declined]);
    expect(learntAbout(model, 'org')).toEqual([{ code: 'language_shared', correction: 0.3 }]);
  });

  it('forgets an organization on request, and nobody else', () => {
    const model = foldAnswers(UNTAUGHT, [...nearOnly('org', 50), ...nearOnly('other', 50)]);
    const forgotten = forgetting(model, 'org');
    expect(learntAbout(forgotten, 'org')).toEqual([]);
    expect(learntAbout(forgotten, 'other')).toEqual(learntAbout(model, 'other'));
    expect(forgotten.version).toBe(model.version + 1);
  });

  it('keeps every correction within its bound', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 5000));
    for (const { correction } of learntAbout(model, 'org'))
      expect(Math.abs(correction)).toBeLessThanOrEqual(1);
  });
});

describe('promotion', () => {
  const held = nearOnly('org', 40);

  it('takes a model that foretells better', () => {
    const better = foldAnswers(UNTAUGHT, nearOnly('org', 200));
    expect(promoted(UNTAUGHT, better, held)).toBe(better);
    expect(replay(better, held).order).toBe(1);
    expect(replay(better, held).error).toBeLessThan(replay(UNTAUGHT, held).error);
  });

  it('refuses one that foretells worse', () => {
    const turned = nearOnly('org', 200).map((each): Answer => ({
      ...each,
      kind: each.kind === 'accept' ? 'decline' : 'accept',
    }));
    expect(promoted(UNTAUGHT, foldAnswers(UNTAUGHT, turned), held)).toBe(UNTAUGHT);
  });
});

describe('weights that were learnt', () => {
  it('shift within bounds, keep their sum, and name their origin', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 400));
    const spec = learnedSpec(DEFAULT_SPEC, model, 'org');
    const [before, after] = [DEFAULT_SPEC.relations.trade.demand, spec.relations.trade.demand];
    const sum = (weights: object) =>
      Object.values(weights).reduce((total: number, weight: number) => total + weight, 0);
    expect(sum(after)).toBeCloseTo(sum(before));
    expect(after.place_sought).toBeGreaterThan(before.place_sought!);
    expect(after.place_sought! / before.place_sought!).toBeLessThan(4);
    expect(spec.version).toBe('2+1 org');
  });
});
