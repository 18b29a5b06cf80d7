import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

type Schemas = components['schemas'];
export type Project = Schemas['ProjectResponse'];
export type ProjectCard = Schemas['ProjectCardResponse'];
export type Milestone = Schemas['ProjectMilestoneResponse'];
export type Waiting = Schemas['WaitingResponse'];
export type Result = Schemas['ProjectResultResponse'];
export type PublicResult = Schemas['PublicResultResponse'];
export type ResultCard = Schemas['ResultCardResponse'];
export type ProjectOrganization = Schemas['ProjectOrganizationResponse'];

export const projectsKey = (organizationId: string) => ['projects', organizationId] as const;

export interface ProjectFilter {
  state: Project['state'][];
  side: 'takes-part' | 'runs' | undefined;
}

export const projectsQuery = (organizationId: string, { state, side }: ProjectFilter) =>
  pagedQuery([...projectsKey(organizationId), 'list', state.join(), side ?? ''], (cursor, signal) =>
    read(api.GET('/api/v1/projects', { params: { query: { cursor, state, side } }, signal })),
  );

export const projectQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...projectsKey(organizationId), 'one', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })),
  });

export const storyQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...projectsKey(organizationId), 'steps', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/projects/{id}/steps', { params: { path: { id } }, signal })),
  });

export const deskQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...projectsKey(organizationId), 'desk', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls/{id}/projects', { params: { path: { id } }, signal })),
  });

export interface PortfolioFilter {
  country: string;
  theme: string;
  year: string;
}

export const resultsQuery = ({ country, theme, year }: PortfolioFilter) =>
  pagedQuery(['results', country, theme, year], (cursor, signal) =>
    read(
      api.GET('/api/v1/results', {
        params: {
          query: {
            cursor,
            ...(country && { country: [country] }),
            ...(theme && { theme: [theme] }),
            ...(year && { year: [Number(year)] }),
          },
        },
        signal,
      }),
    ),
  );

export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: ['results', 'one', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/results/{id}', { params: { path: { id } }, signal })),
  });

/** A change after which everything shown of projects is read again. */
export function useVerb<Input, Output>(act: (input: Input) => Promise<Output>) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: projectsKey(organization.id) }),
  });
}

export type MilestoneStep =
  | { verb: 'submit'; body: Schemas['SubmitMilestoneDto'] }
  | { verb: 'accept'; body: Schemas['AcceptMilestoneDto'] }
  | { verb: 'return'; body: Schemas['ReturnMilestoneDto'] }
  | { verb: 'ask-day'; body: Schemas['AskDayDto'] }
  | { verb: 'withdraw-day' }
  | { verb: 'approve-day'; body: Schemas['AcceptMilestoneDto'] }
  | { verb: 'decline-day'; body: Schemas['ReturnMilestoneDto'] }
  | { verb: 'add-file'; body: Schemas['AddEvidenceDto'] }
  | { verb: 'remove-file'; evidenceId: string };

function sendStep(path: { id: string; milestoneId: string }, step: MilestoneStep) {
  const params = { path };
  const at = '/api/v1/projects/{id}/milestones/{milestoneId}' as const;
  switch (step.verb) {
    case 'submit':
      return read(api.POST(`${at}/submit`, { params, body: step.body }));
    case 'accept':
      return read(api.POST(`${at}/accept`, { params, body: step.body }));
    case 'return':
      return read(api.POST(`${at}/return`, { params, body: step.body }));
    case 'ask-day':
      return read(api.POST(`${at}/ask-day`, { params, body: step.body }));
    case 'withdraw-day':
      return read(api.POST(`${at}/withdraw-day`, { params }));
    case 'approve-day':
      return read(api.POST(`${at}/approve-day`, { params, body: step.body }));
    case 'decline-day':
      return read(api.POST(`${at}/decline-day`, { params, body: step.body }));
    case 'add-file':
      return read(api.POST(`${at}/evidence`, { params, body: step.body }));
    case 'remove-file':
      return read(
        api.POST(`${at}/evidence/{evidenceId}/remove`, {
          params: { path: { ...path, evidenceId: step.evidenceId } },
        }),
      );
  }
}

export const useMilestoneStep = (project: Project, milestone: Milestone) =>
  useVerb((step: MilestoneStep) => sendStep({ id: project.id, milestoneId: milestone.id }, step));

export type ProjectStep =
  | { verb: 'begin-closing' | 'close' }
  | { verb: 'suspend' | 'resume' | 'terminate'; body: Schemas['GovernProjectDto'] }
  | { verb: 'consent'; body: Schemas['ConsentDto'] }
  | { verb: 'rate'; body: Schemas['RatePartnerDto'] };

function sendProjectStep(id: string, step: ProjectStep) {
  const params = { path: { id } };
  switch (step.verb) {
    case 'begin-closing':
      return read(api.POST('/api/v1/projects/{id}/begin-closing', { params }));
    case 'close':
      return read(api.POST('/api/v1/projects/{id}/close', { params }));
    case 'suspend':
      return read(api.POST('/api/v1/projects/{id}/suspend', { params, body: step.body }));
    case 'resume':
      return read(api.POST('/api/v1/projects/{id}/resume', { params, body: step.body }));
    case 'terminate':
      return read(api.POST('/api/v1/projects/{id}/terminate', { params, body: step.body }));
    case 'consent':
      return read(api.POST('/api/v1/projects/{id}/consent', { params, body: step.body }));
    case 'rate':
      return read(api.POST('/api/v1/projects/{id}/ratings', { params, body: step.body }));
  }
}

export const useProjectStep = (id: string) => useVerb((step: ProjectStep) => sendProjectStep(id, step));

/** `onSaved` is called before anything shows the answer. */
export const useSaveResult = (id: string, onSaved: (result: Result) => void) =>
  useVerb(async ({ body, version }: { body: Schemas['SaveResultDto']; version: number }) => {
    const params = { path: { id }, header: ifMatch(version) };
    const result = await read(api.PUT('/api/v1/projects/{id}/result', { params, body }));
    onSaved(result);
    return result;
  });

export const usePictures = (id: string) =>
  useVerb((step: { add: Schemas['AddResultPictureDto'] } | { remove: string }) =>
    'add' in step
      ? read(api.POST('/api/v1/projects/{id}/result/pictures', { params: { path: { id } }, body: step.add }))
      : read(
          api.POST('/api/v1/projects/{id}/result/pictures/{pictureId}/remove', {
            params: { path: { id, pictureId: step.remove } },
          }),
        ),
  );
