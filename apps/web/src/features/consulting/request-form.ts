import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { NO_MONEY, readMoney, type WrittenMoney, writtenMoney } from '../../forms/money-field.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type ConsultingRequest, requestQuery, requestsKey } from './requests.js';
import { queryClient } from '../../lib/query.js';
import { areShares, type CostBearer } from './bearers.js';

export const MODES = ['either', 'remote', 'onsite'] as const;
export type Mode = (typeof MODES)[number];

/** A request as it is being written. Names of fields are those of the API, so that its pointers lead to them. */
export interface RequestForm {
  kind: 'b2b' | 'committee';
  goal: string;
  /** Organizations of consultants. */
  namedConsultants: string[];
  /** Empty: the requesting organization pays. */
  costBearers: CostBearer[];
  title: string;
  language: string;
  text: string;
  areas: string[];
  workingLanguages: string[];
  /** Empty: not stated. */
  mode: Mode | '';
  budget: WrittenMoney;
  budgetFrom: WrittenMoney;
  /** `2027-03-31`, or empty. */
  deadline: string;
  confidential: boolean;
}

export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;
export const MAX_GOAL = 2_000;

type Changes = components['schemas']['EditConsultingRequestDto'];

export function blankRequest(language: string): RequestForm {
  return {
    kind: 'b2b',
    goal: '',
    namedConsultants: [],
    costBearers: [],
    title: '',
    language,
    text: '',
    areas: [],
    workingLanguages: [language],
    mode: '',
    budget: NO_MONEY,
    budgetFrom: NO_MONEY,
    deadline: '',
    confidential: false,
  };
}

export function formOf(request: ConsultingRequest): RequestForm {
  const { title, language, areas, workingLanguages, confidential, kind, namedConsultants } = request;
  return {
    title,
    language,
    areas,
    workingLanguages,
    confidential,
    kind,
    namedConsultants,
    costBearers: request.costBearers,
    goal: request.goal ?? '',
    text: request.text ?? '',
    mode: request.mode ?? '',
    budget: writtenMoney(request.budget),
    budgetFrom: writtenMoney(request.budgetFrom ?? (request.budget && null)),
    deadline: request.deadline ?? '',
  };
}

export function isValid(form: RequestForm, field: keyof RequestForm): boolean {
  switch (field) {
    case 'title':
      return form.title.trim() !== '' && form.title.length <= MAX_TITLE;
    case 'text':
      return form.text.length <= MAX_TEXT;
    case 'goal':
      return form.goal.length <= MAX_GOAL;
    case 'costBearers':
      return areShares(form.costBearers);
    case 'budget':
    case 'budgetFrom':
      return readMoney(form[field]) !== undefined;
    default:
      return true;
  }
}

/** The fields as they are sent: empty ones clear, what is no amount yet is left out. */
function changesOf({ budget, budgetFrom, mode, deadline, ...rest }: Partial<RequestForm>): Changes {
  const amount = budget && readMoney(budget);
  const least = budgetFrom && readMoney(budgetFrom);
  return {
    ...rest,
    ...(mode !== undefined && { mode: mode === '' ? null : mode }),
    ...(deadline !== undefined && { deadline: deadline === '' ? null : deadline }),
    ...(amount !== undefined && { budget: amount }),
    ...(least !== undefined && { budgetFrom: least }),
  };
}

/** How a draft of the organization is read and written. */
export function requestRecord(personId: string, organizationId: string): FormRecord<RequestForm> {
  const accept = (request: ConsultingRequest): Remote<RequestForm> => {
    acceptRequest(organizationId, request);
    return { id: request.id, version: request.version, form: formOf(request) };
  };
  return {
    key: `${personId}/consulting-request/${organizationId}`,
    isReady: (form) => isValid(form, 'title'),
    isValid,
    create: async (form, idempotencyKey) => {
      const { title, language, ...rest } = form;
      const { title: _title, language: _language, ...changes } = changesOf(rest);
      return accept(
        await read(
          api.POST('/api/v1/consulting-requests', {
            body: { title, language, ...changes },
            params: { header: { 'Idempotency-Key': idempotencyKey } },
          }),
        ),
      );
    },
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/consulting-requests/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async (id) =>
      accept(await read(api.GET('/api/v1/consulting-requests/{id}', { params: { path: { id } } }))),
  };
}

/** What the server has now is what every screen shows. */
export function acceptRequest(organizationId: string, request: ConsultingRequest): void {
  queryClient.setQueryData(requestQuery(organizationId, request.id).queryKey, request);
  void queryClient.invalidateQueries({ queryKey: [...requestsKey(organizationId), 'list'] });
}
