import type { FormRecord, Remote } from '../../forms/autosave.js';
import type { FormFields } from '../../forms/form-fields.js';
import { NO_MONEY, readMoney, type WrittenMoney } from '../../forms/money-field.js';
import { writeAmount } from '../../lib/money.js';
import { api, ifMatch, read } from '../../lib/api.js';
import {
  acceptCall,
  type Call,
  type CallChanges,
  type CallTerms,
  type Criterion,
  type Question,
  type Stage,
} from './call-requests.js';

/** A call as it is being written. Names of fields are those of the API, so that its pointers lead to them. */
export interface CallForm extends Omit<CallTerms, 'summary' | 'budgetCurrency' | 'maxBudgetMinor'> {
  summary: string;
  /** What one proposal may ask for; the currency holds for all budgets. */
  maxBudget: WrittenMoney;
}

/** What every part of the editor is given. */
export interface CallFieldsProps extends FormFields<CallForm> {
  /** Who runs the call, and therefore does not decide. */
  runnerId: string;
}

export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

/** Asked of every first form; its writer goes on from there. */
export const blankQuestion = (key: string): Question => ({
  ...{ key, kind: 'long', words: '', help: null, required: true, maxLength: 2_000, options: [] },
});

/** A scale of five with both ends to be put in words. */
export const blankCriterion = (key: string): Criterion => ({
  ...{ key, title: '', weight: 20, min: 1, max: 5 },
  anchors: [
    { score: 1, words: '' },
    { score: 5, words: '' },
  ],
});

export const blankStage = (key: Stage['key']): Stage => ({
  ...{ key, opensAt: null, closesAt: null, form: [], criteria: null },
});

/** The first of `prefix-1`, `prefix-2`, … that is free: answers and scores are kept by these names. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

export function blankCall(language: string, zone: string): CallForm {
  return {
    ...{
      title: '',
      summary: '',
      language,
      zone,
      translations: [],
      themes: [],
      criteria: [],
      quotas: [],
      eligibility: [],
    },
    stages: [blankStage('full')],
    ...{ quorum: 2, spreadLimit: 25, isBlind: false, decidingOrganizationIds: [], maxBudget: NO_MONEY },
    conflictRule: { organization: true, city: true, pastProjects: true, years: 3 },
  };
}

export function formOf({ terms }: Pick<Call, 'terms'>): CallForm {
  const { summary, budgetCurrency: currency, maxBudgetMinor: amountMinor, ...rest } = terms;
  const amount = currency && amountMinor !== null ? writeAmount({ amountMinor, currency }) : '';
  return { ...rest, summary: summary ?? '', maxBudget: { amount, currency: currency ?? NO_MONEY.currency } };
}

const said = (words: string): boolean => words.trim() !== '';
const between = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const isQuestionReady = ({ words, options = [] }: Question): boolean =>
  said(words) && options.every((option) => said(option.words));

const isCriterionReady = ({ title, weight, min, max, anchors }: Criterion): boolean =>
  said(title) &&
  between(weight, 1, 100) &&
  [min, max, ...anchors.map(({ score }) => score)].every((score) => between(score, 0, 10)) &&
  anchors.every(({ words }) => said(words));

/** What the server would refuse as it stands; it stays on this device until it is whole. */
const READY: { readonly [Field in keyof CallForm]?: (form: CallForm) => boolean } = {
  title: ({ title }) => said(title) && title.length <= MAX_TITLE,
  summary: ({ summary }) => summary.length <= MAX_TEXT,
  translations: ({ translations }) =>
    translations.every(({ title, summary }) => said(title) && said(summary)),
  stages: ({ stages }) =>
    stages.every(
      ({ form = [], criteria }) => form.every(isQuestionReady) && (criteria ?? []).every(isCriterionReady),
    ),
  criteria: ({ criteria }) => criteria.every(isCriterionReady),
  eligibility: ({ eligibility }) => eligibility.every(({ words }) => said(words)),
  quotas: ({ quotas }) =>
    quotas.every(({ value, share }) => /^(?:[A-Z]{2}|\*)$/.test(value) && between(share, 1, 100)),
  quorum: ({ quorum }) => between(quorum, 2, 9),
  spreadLimit: ({ spreadLimit }) => between(spreadLimit, 1, 100),
  conflictRule: ({ conflictRule }) => between(conflictRule.years, 1, 20),
  maxBudget: ({ maxBudget }) => readMoney(maxBudget) !== undefined,
};

export function isReady(form: CallForm, field: keyof CallForm): boolean {
  return READY[field]?.(form) ?? true;
}

/** The fields as they are sent. */
export function changesOf({ maxBudget, ...rest }: Partial<CallForm>): CallChanges {
  const money = maxBudget && readMoney(maxBudget);
  if (!maxBudget || money === undefined) return rest;
  return { ...rest, budgetCurrency: maxBudget.currency, maxBudgetMinor: money?.amountMinor ?? null };
}

/** The fields of a form in which it differs from another. */
export function differingFields(form: CallForm, base: CallForm): (keyof CallForm)[] {
  return (Object.keys(form) as (keyof CallForm)[]).filter(
    (field) => JSON.stringify(form[field]) !== JSON.stringify(base[field]),
  );
}

/** How a draft of the organization is read and written. */
export function callRecord(personId: string, organizationId: string): FormRecord<CallForm> {
  const accept = (call: Call): Remote<CallForm> => {
    acceptCall(organizationId, call);
    return { id: call.id, version: call.version, form: formOf(call) };
  };
  return {
    key: `${personId}/call/${organizationId}`,
    isReady: (form) => (Object.keys(form) as (keyof CallForm)[]).every((field) => isReady(form, field)),
    isValid: isReady,
    create: async ({ title, language, zone, ...rest }, idempotencyKey) =>
      accept(
        await read(
          api.POST('/api/v1/calls', {
            body: { title, language, zone, ...changesOf(rest) },
            params: { header: { 'Idempotency-Key': idempotencyKey } },
          }),
        ),
      ),
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/calls/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async (id) => accept(await read(api.GET('/api/v1/calls/{id}', { params: { path: { id } } }))),
  };
}
