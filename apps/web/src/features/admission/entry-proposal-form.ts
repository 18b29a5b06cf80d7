import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Proposal, proposalQuery } from '../../lib/proposals.js';
import { queryClient } from '../../lib/query.js';

/** The part of a proposal that an entry needs; the rest can be added in the editor of proposals. */
export interface EntryProposalForm {
  title: string;
  language: string;
  summary: string;
  partnersSought: string;
  themes: string[];
}

export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

export function blankEntryProposal(language: string): EntryProposalForm {
  return { title: '', language, summary: '', partnersSought: '', themes: [] };
}

export function entryProposalFormOf(proposal: Proposal): EntryProposalForm {
  const { title, language, summary, partnersSought, themes } = proposal;
  return { title, language, summary: summary ?? '', partnersSought: partnersSought ?? '', themes };
}

/**
 * The proposal of an applicant, kept letter by letter. `onBegun` hears of it as soon as the server has it, even
 * when the screen was left meanwhile.
 */
export function entryProposalRecord(
  personId: string,
  organizationId: string,
  onBegun: (id: string) => void,
): FormRecord<EntryProposalForm> {
  const accept = (proposal: Proposal): Remote<EntryProposalForm> => {
    queryClient.setQueryData(proposalQuery(organizationId, proposal.id).queryKey, proposal);
    return { id: proposal.id, version: proposal.version, form: entryProposalFormOf(proposal) };
  };
  const hasTitle = ({ title }: EntryProposalForm) => title.trim() !== '';
  return {
    key: `${personId}/entry-proposal/${organizationId}`,
    isReady: hasTitle,
    isValid: (form, field) => field !== 'title' || hasTitle(form),
    create: async (body, idempotencyKey) => {
      const params = { header: { 'Idempotency-Key': idempotencyKey } };
      const proposal = accept(await read(api.POST('/api/v1/proposals', { body, params })));
      onBegun(proposal.id);
      return proposal;
    },
    update: async (id, version, body) =>
      accept(
        await read(
          api.PATCH('/api/v1/proposals/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
        ),
      ),
    read: async (id) => accept(await read(api.GET('/api/v1/proposals/{id}', { params: { path: { id } } }))),
  };
}
