import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { NO_MONEY, readMoney, type WrittenMoney, writtenMoney } from '../../forms/money-field.js';
import { NO_PERIOD, readPeriod, type WrittenPeriod } from '../../forms/period-field.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Proposal, proposalQuery, proposalsKey } from '../../lib/proposals.js';
import { queryClient } from '../../lib/query.js';

/** A proposal as it is being written. Names of fields are those of the API, so that its pointers lead to them. */
export interface ProposalForm {
  title: string;
  language: string;
  summary: string;
  partnersSought: string;
  themes: string[];
  collaboration: string[];
  sdgTargets: string[];
  budget: WrittenMoney;
  period: WrittenPeriod;
}

export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

type Changes = components['schemas']['EditProposalDto'];

export function blankProposal(language: string): ProposalForm {
  return {
    title: '',
    language,
    summary: '',
    partnersSought: '',
    themes: [],
    collaboration: [],
    sdgTargets: [],
    budget: NO_MONEY,
    period: NO_PERIOD,
  };
}

export function formOf(proposal: Proposal): ProposalForm {
  return {
    title: proposal.title,
    language: proposal.language,
    summary: proposal.summary ?? '',
    partnersSought: proposal.partnersSought ?? '',
    themes: proposal.themes,
    collaboration: proposal.collaboration,
    sdgTargets: proposal.sdgTargets,
    budget: writtenMoney(proposal.budget),
    period: proposal.period ?? NO_PERIOD,
  };
}

export function isValid(form: ProposalForm, field: keyof ProposalForm): boolean {
  switch (field) {
    case 'title':
      return form.title.trim() !== '' && form.title.length <= MAX_TITLE;
    case 'summary':
    case 'partnersSought':
      return form[field].length <= MAX_TEXT;
    case 'budget':
      return readMoney(form.budget) !== undefined;
    case 'period':
      return readPeriod(form.period) !== undefined;
    case 'language':
    case 'themes':
    case 'collaboration':
    case 'sdgTargets':
      return true;
  }
}

/** The fields as they are sent; what is no amount or period yet is left out. */
function changesOf({ budget, period, ...rest }: Partial<ProposalForm>): Changes {
  const changes: Changes = rest;
  const [amount, days] = [budget && readMoney(budget), period && readPeriod(period)];
  return {
    ...changes,
    ...(amount === undefined ? {} : { budget: amount }),
    ...(days === undefined ? {} : { period: days }),
  };
}

/** How a draft of the organization is read and written. */
export function proposalRecord(
  personId: string,
  organizationId: string,
  callId: string | null,
): FormRecord<ProposalForm> {
  const accept = (proposal: Proposal): Remote<ProposalForm> => {
    queryClient.setQueryData(proposalQuery(organizationId, proposal.id).queryKey, proposal);
    void queryClient.invalidateQueries({ queryKey: [...proposalsKey(organizationId), 'list'] });
    return { id: proposal.id, version: proposal.version, form: formOf(proposal) };
  };
  return {
    key: `${personId}/proposal/${organizationId}${callId === null ? '' : `/${callId}`}`,
    isReady: (form) => isValid(form, 'title'),
    isValid,
    create: async (form, idempotencyKey) => {
      const { title, language, ...rest } = form;
      return accept(
        await read(
          api.POST('/api/v1/proposals', {
            body: { title, language, ...changesOf(rest), ...(callId !== null && { callId }) },
            params: { header: { 'Idempotency-Key': idempotencyKey } },
          }),
        ),
      );
    },
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/proposals/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async (id) => accept(await read(api.GET('/api/v1/proposals/{id}', { params: { path: { id } } }))),
  };
}
