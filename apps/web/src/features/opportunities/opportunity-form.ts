import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { NO_PERIOD, readPeriod, type WrittenPeriod } from '../../forms/period-field.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Opportunity, opportunitiesKey, opportunityQuery } from '../../lib/opportunities.js';
import { queryClient } from '../../lib/query.js';

/** What a partner must have, as it is being written. */
export interface WrittenRequirements {
  languages: string[];
  certifications: string[];
  months: number[];
  capacityMin: string;
  capacityMax: string;
}

/** An opportunity as it is being written. Names of fields are those of the API, so that its pointers lead to them. */
export interface OpportunityForm {
  title: string;
  language: string;
  text: string;
  collaboration: string[];
  themes: string[];
  markets: string[];
  requirements: WrittenRequirements;
  deadline: string;
  period: WrittenPeriod;
}

export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

type Changes = components['schemas']['EditOpportunityDto'];

export function blankOpportunity(language: string): OpportunityForm {
  return {
    title: '',
    language,
    text: '',
    collaboration: [],
    themes: [],
    markets: [],
    requirements: { languages: [], certifications: [], months: [], capacityMin: '', capacityMax: '' },
    deadline: '',
    period: NO_PERIOD,
  };
}

export function formOf(opportunity: Opportunity): OpportunityForm {
  const { capacityMin, capacityMax, ...requirements } = opportunity.requirements;
  return {
    title: opportunity.title,
    language: opportunity.language,
    text: opportunity.text ?? '',
    collaboration: opportunity.collaboration,
    themes: opportunity.themes,
    markets: opportunity.markets,
    requirements: {
      ...requirements,
      capacityMin: capacityMin === null ? '' : String(capacityMin),
      capacityMax: capacityMax === null ? '' : String(capacityMax),
    },
    deadline: opportunity.deadline ?? '',
    period: opportunity.period ?? NO_PERIOD,
  };
}

/** A whole number from 1; null where nothing is written, undefined where it is something else. */
export function readGuests(written: string): number | null | undefined {
  const digits = written.normalize('NFKC').replace(/[\s.,]/g, '');
  if (digits === '') return null;
  const guests = Number(digits);
  return Number.isInteger(guests) && guests >= 1 && guests <= 1_000_000 ? guests : undefined;
}

/** The requirements as they are sent; undefined while they contradict themselves. */
function readRequirements(written: WrittenRequirements): Changes['requirements'] | undefined {
  const [capacityMin, capacityMax] = [readGuests(written.capacityMin), readGuests(written.capacityMax)];
  if (capacityMin === undefined || capacityMax === undefined) return undefined;
  if (capacityMin !== null && capacityMax !== null && capacityMax < capacityMin) return undefined;
  return { ...written, capacityMin, capacityMax };
}

export function isValid(form: OpportunityForm, field: keyof OpportunityForm): boolean {
  switch (field) {
    case 'title':
      return form.title.trim() !== '' && form.title.length <= MAX_TITLE;
    case 'text':
      return form.text.length <= MAX_TEXT;
    case 'requirements':
      return readRequirements(form.requirements) !== undefined;
    case 'period':
      return readPeriod(form.period) !== undefined;
    case 'language':
    case 'collaboration':
    case 'themes':
    case 'markets':
    case 'deadline':
      return true;
  }
}

/** The fields as they are sent; what cannot be sent yet is left out. */
export function changesOf(form: Partial<OpportunityForm>): Changes {
  const { requirements, period, deadline, ...rest } = form;
  const changes: Changes = rest;
  const days = period && readPeriod(period);
  const conditions = requirements && readRequirements(requirements);
  return {
    ...changes,
    ...(deadline === undefined ? {} : { deadline: deadline || null }),
    ...(days === undefined ? {} : { period: days }),
    ...(conditions === undefined ? {} : { requirements: conditions }),
  };
}

export function acceptOpportunity(organizationId: string, opportunity: Opportunity): void {
  queryClient.setQueryData(opportunityQuery(organizationId, opportunity.id).queryKey, opportunity);
  void queryClient.invalidateQueries({ queryKey: [...opportunitiesKey(organizationId), 'list'] });
}

/** How an opportunity of the organization is read and written. */
export function opportunityRecord(personId: string, organizationId: string): FormRecord<OpportunityForm> {
  const accept = (opportunity: Opportunity): Remote<OpportunityForm> => {
    acceptOpportunity(organizationId, opportunity);
    return { id: opportunity.id, version: opportunity.version, form: formOf(opportunity) };
  };
  return {
    key: `${personId}/opportunity/${organizationId}`,
    isReady: (form) => isValid(form, 'title'),
    isValid,
    create: async ({ title, language, ...rest }, idempotencyKey) =>
      accept(
        await read(
          api.POST('/api/v1/opportunities', {
            body: { title, language, ...changesOf(rest) },
            params: { header: { 'Idempotency-Key': idempotencyKey } },
          }),
        ),
      ),
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/opportunities/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async (id) =>
      accept(await read(api.GET('/api/v1/opportunities/{id}', { params: { path: { id } } }))),
  };
}
