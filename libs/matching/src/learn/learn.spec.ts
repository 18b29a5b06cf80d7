import { DEFAULT_SPEC } from '../spec.js';
import { examination } from '../market/attention.js';
import { lessonOf, type Answer } from './answers.js';
import { describeLearnt } from './describe.js';
import { foldAnswers } from './fold-answers.js';
import { learnedSpec } from './learned-spec.js';
import { acceptance, foretell, forgetting, learntAbout, UNTAUGHT, type LearnedModel } from './model.js';
import { promoted, replay } from './replay.js';
import { modelFrom } from './stored-model.js';
import { weightsOfJudge } from './weights-of-judge.js';

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

const near = { place_sought: 1, themes_in_common: 0 };
const far = { place_sought: 0, themes_in_common: 1 };

describe('learning', () => {
  it('knows nothing at first but that a better match is likelier to be accepted', () => {
    expect(acceptance(UNTAUGHT, 'org', near)).toBe(0.5);
    expect(acceptance(UNTAUGHT, 'org', {})).toBe(0.5);
    expect(acceptance(UNTAUGHT, 'org', near, { place_sought: 3, themes_in_common: 1 })).toBeGreaterThan(0.5);
    expect(learnedSpec(DEFAULT_SPEC, UNTAUGHT, 'org')).toBe(DEFAULT_SPEC);
    expect(describeLearnt(UNTAUGHT, 'org')).toEqual([]);
  });

  it('learns what an organization goes by, and a little for everybody', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 200));
    expect(acceptance(model, 'org', near)).toBeGreaterThan(0.7);
    expect(acceptance(model, 'org', far)).toBeLessThan(0.3);
    const learnt = new Map(learntAbout(model, 'org').map(({ code, correction }) => [code, correction]));
    expect(learnt.get('place_sought')).toBeGreaterThan(0.1);
    expect(learnt.get('themes_in_common')).toBeLessThan(-0.1);
    expect(acceptance(model, 'other', near)).toBeGreaterThan(0.5);
    expect(learntAbout(model, 'other')).toEqual([]);
  });

  it('tells what it learnt in terms of features, and from whom', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 200));
    const [first, ...rest] = describeLearnt(model, 'org').filter(({ code }) => code === 'place_sought');
    expect(first).toMatchObject({ counts: 'more' });
    expect(rest).toEqual([]);
    expect(first!.factor).toBeCloseTo(Math.min(2, first!.byEverybody * first!.byItself), 9);
    expect(describeLearnt(model, 'org')).toContainEqual(
      expect.objectContaining({ code: 'themes_in_common', counts: 'less' }),
    );
    for (const { byItself } of describeLearnt(model)) expect(byItself).toBe(1);
    for (const { byItself } of describeLearnt(forgetting(model, 'org'), 'org')) expect(byItself).toBe(1);
  });

  it('foretells by the slopes it learns by', () => {
    const model = foldAnswers(UNTAUGHT, nearOnly('org', 60));
    const values = { place_sought: 0.7, themes_in_common: 0.2, language_shared: 0.9 };
    const weights = { place_sought: 0.3, themes_in_common: 0.5, language_shared: 0.1 };
    const logit = (of: LearnedModel) => {
      const { probability } = foretell(of, 'org', values, weights);
      return Math.log(probability / (1 - probability));
    };
    const step = 1e-5;
    const { slopes } = foretell(model, 'org', values, weights);
    for (const code of ['place_sought', 'themes_in_common', 'language_shared'] as const) {
      const moved = { ...model.everybody, [code]: (model.everybody[code] ?? 0) + step };
      expect((logit({ ...model, everybody: moved }) - logit(model)) / step).toBeCloseTo(slopes[code]!, 3);
    }
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

describe('bad input', () => {
  it('teaches nothing that is no number', () => {
    const broken = [
      answer({ values: { place_sought: Number.NaN, themes_in_common: 7 }, position: Number.NaN }),
      answer({ kind: 'ignore', timesShown: Number.NaN }),
      answer({ values: { place_sought: 1 }, weights: { place_sought: Number.NaN } }),
      answer({ values: {}, position: -3 }),
    ];
    const { bias, everybody, organizations } = foldAnswers(UNTAUGHT, broken);
    for (const number of [bias, ...Object.values(everybody), ...Object.values(organizations.org ?? {})])
      expect(Number.isFinite(number)).toBe(true);
    expect(foldAnswers(UNTAUGHT, [])).toEqual({ ...UNTAUGHT, version: 1 });
  });

  it('is passed over in a stored model, and a good one comes back as it was', () => {
    const model = foldAnswers(UNTAUGHT, [...nearOnly('org', 50), ...nearOnly('other', 20)]);
    expect(modelFrom(JSON.parse(JSON.stringify(model)))).toEqual(model);
    for (const none of [null, undefined, 3, 'model', []]) expect(modelFrom(none)).toEqual(UNTAUGHT);
    expect(
      modelFrom({
        version: 2.5,
        bias: 'x',
        everybody: { place_sought: 9, was_once_a_feature: 1, themes_in_common: null },
        organizations: { org: [], other: { place_sought: -0.5 } },
      }),
    ).toEqual({
      version: 2,
      bias: 0,
      everybody: { place_sought: 1 },
      organizations: { org: {}, other: { place_sought: -0.5 } },
    });
  });
});

it.each([
  ['opportunity', 'sme', 'trade', 'demand'],
  ['sme', 'opportunity', 'trade', 'supply'],
  ['consultancy', 'consulting_request', 'advice', 'supply'],
  ['sme', 'city', 'partnership', 'demand'],
] as const)('%s judges %s by the weights of %s, %s', (judge, judged, relation, side) => {
  expect(weightsOfJudge(DEFAULT_SPEC, judge, judged)).toBe(DEFAULT_SPEC.relations[relation][side]);
});

it('nobody judges whom it is never matched with', () => {
  expect(weightsOfJudge(DEFAULT_SPEC, 'opportunity', 'consulting_request')).toBeUndefined();
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
