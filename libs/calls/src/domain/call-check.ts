import type { FieldError } from '#libs/kernel';
import type { CallContent, StageContent } from './call-terms.js';
import { checkCriteria } from './criteria-check.js';
import { checkForm, taken } from './form-check.js';
import { checkQuotas } from './quota-check.js';

/** What the check has to know beside the content. */
export interface CheckedBy {
  /** Who runs the call. */
  readonly organizationId: string;
  /** By the clock that decides deadlines. */
  readonly now: Date;
  /** Stages whose time is over: their closing may lie in the past. */
  readonly stagesOver?: readonly string[];
}

/**
 * Everything that keeps a call from being published, each with the JSON Pointer of its field. Codes: `call/missing`
 * for what is not said yet, else what contradicts what.
 */
export function checkCall(content: CallContent, by: CheckedBy): FieldError[] {
  return [
    ...checkWords(content),
    ...checkStages(content, by),
    ...checkCriteria('/criteria', content.criteria, needsCommonCriteria(content)),
    ...checkDeciders(content, by),
    ...checkQuotas(content.quotas),
    ...checkBudget(content),
    ...checkRules(content),
  ];
}

const missing = (pointer: string): FieldError => ({ pointer, code: 'call/missing' });

function checkWords({ summary, language, translations }: CallContent): FieldError[] {
  const found = summary === null ? [missing('/summary')] : [];
  const languages = translations.map((each) => each.language);
  const again = translations.flatMap((each, place) =>
    each.language === language || taken(languages, place)
      ? [{ pointer: `/translations/${place}/language`, code: 'call/language-taken' }]
      : [],
  );
  return [...found, ...again];
}

/** True while a stage has no criteria of its own. */
function needsCommonCriteria({ stages }: CallContent): boolean {
  return stages.length === 0 || stages.some(({ criteria }) => criteria === null);
}

function checkStages({ stages }: CallContent, by: CheckedBy): FieldError[] {
  if (stages.length === 0) return [missing('/stages')];
  const keys = stages.map(({ key }) => key);
  const order = stages.flatMap((stage, place) => {
    const isLate = stage.key === 'concept' && place > 0;
    if (taken(keys, place)) return [{ pointer: `/stages/${place}/key`, code: 'call/key-taken' }];
    return isLate ? [{ pointer: `/stages/${place}/key`, code: 'call/stage-order' }] : [];
  });
  return [
    ...order,
    ...stages.flatMap((stage, place) => [
      ...checkTimes(stage, `/stages/${place}`, by),
      ...checkForm(`/stages/${place}/form`, stage.form),
      ...(stage.criteria === null ? [] : checkCriteria(`/stages/${place}/criteria`, stage.criteria, true)),
    ]),
    ...checkSequence(stages),
  ];
}

function checkTimes(stage: StageContent, at: string, { now, stagesOver = [] }: CheckedBy): FieldError[] {
  const { opensAt, closesAt } = stage;
  const found: FieldError[] = [];
  if (opensAt === null) found.push(missing(`${at}/opensAt`));
  if (closesAt === null) return [...found, missing(`${at}/closesAt`)];
  const closes = Date.parse(closesAt);
  if (closes <= now.getTime() && !stagesOver.includes(stage.key)) {
    found.push({ pointer: `${at}/closesAt`, code: 'call/closing-passed' });
  }
  if (opensAt !== null && closes <= Date.parse(opensAt)) {
    found.push({ pointer: `${at}/closesAt`, code: 'call/closes-before-it-opens' });
  }
  return found;
}

/** A stage opens only once the one before is closed. */
function checkSequence(stages: readonly StageContent[]): FieldError[] {
  return stages.flatMap(({ opensAt }, place) => {
    const before = stages[place - 1]?.closesAt ?? null;
    return opensAt !== null && before !== null && Date.parse(opensAt) < Date.parse(before)
      ? [{ pointer: `/stages/${place}/opensAt`, code: 'call/stages-overlap' }]
      : [];
  });
}

function checkDeciders({ decidingOrganizationIds: ids }: CallContent, by: CheckedBy): FieldError[] {
  if (ids.length === 0) return [missing('/decidingOrganizationIds')];
  return ids.flatMap((id, place) =>
    id === by.organizationId
      ? [{ pointer: `/decidingOrganizationIds/${place}`, code: 'call/decider-runs-it' }]
      : [],
  );
}

function checkBudget({ budgetCurrency, maxBudgetMinor, stages }: CallContent): FieldError[] {
  const asksMoney = stages.some(({ form }) => form.some(({ kind }) => kind === 'money'));
  return budgetCurrency === null && (maxBudgetMinor !== null || asksMoney)
    ? [missing('/budgetCurrency')]
    : [];
}

/** Rules are numbered from 1 without a gap, so that a refusal by number means one of them. */
function checkRules({ eligibility }: CallContent): FieldError[] {
  return eligibility.flatMap(({ number }, place) =>
    number === place + 1 ? [] : [{ pointer: `/eligibility/${place}/number`, code: 'call/rule-number' }],
  );
}
