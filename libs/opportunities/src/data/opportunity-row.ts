import { periodFrom } from '#libs/platform/fields';
import type { Opportunity } from '../domain/opportunity.js';

/** Columns of an opportunity as they come from the database. */
export type OpportunityRow = Omit<Opportunity, 'requirements' | 'period'> & {
  requiredLanguages: string[];
  requiredCertifications: string[];
  requiredMonths: number[];
  capacityMin: number | null;
  capacityMax: number | null;
  periodFrom: string | null;
  periodTo: string | null;
};

/** The day that decides deadlines: one lasts until its day is over in UTC. */
export const TODAY = `(now() at time zone 'UTC')::date`;

/** The end of its life or of its last day, whichever is first. */
export const ENDS_AT = `case when o.life_ends_at is not null
  then least(o.life_ends_at, (o.deadline + 1)::timestamp at time zone 'UTC') end`;

/** Open to everybody: published, and neither its life nor its last day is over. */
export const IS_OPEN = `o.state = 'published' and (o.deadline is null or o.deadline >= ${TODAY})
  and o.life_ends_at > now()`;

/** Nobody is shown what an organization offers that does not take part; it is all back with the organization. */
export const IS_OFFERED = `exists (
  select from organization g where g.id = o.organization_id and g.state = 'active')`;

/** Whole opportunities, `o`; the number of days is that of renewals. */
export const selectOpportunity = (renewalDays: number): string => `
  select o.id, o.organization_id as "organizationId", o.created_by as "createdBy", o.state, o.version,
         o.language, o.title, o.text, o.collaboration, o.themes, o.markets,
         o.required_languages as "requiredLanguages", o.required_certifications as "requiredCertifications",
         o.required_months as "requiredMonths",
         o.capacity_min as "capacityMin", o.capacity_max as "capacityMax", o.deadline::text as deadline,
         o.period_from::text as "periodFrom", o.period_to::text as "periodTo",
         o.created_at as "createdAt", o.updated_at as "updatedAt", o.listed_at as "listedAt",
         o.state_since as "stateSince", o.published_at as "publishedAt", o.renewed_at as "renewedAt",
         ${ENDS_AT} as "endsAt", coalesce(${ENDS_AT} <= now(), false) as "isOver",
         coalesce(${IS_OPEN} and ${IS_OFFERED}, false) as "isOpen",
         o.renewed_at is null and coalesce(${ENDS_AT} - interval '${renewalDays} days' <= now(), false)
           as "isRenewable",
         o.held_at as "heldAt", o.look_asked_at as "lookAskedAt", o.close_reason as "closeReason",
         o.filled_with_id as "filledWithId", o.filled_with_name as "filledWithName", o.outcome
  from opportunity o`;

export function toOpportunity(row: OpportunityRow): Opportunity {
  const { requiredLanguages, requiredCertifications, requiredMonths, ...rest } = row;
  const { capacityMin, capacityMax, periodFrom: from, periodTo: to, ...opportunity } = rest;
  return {
    ...opportunity,
    requirements: {
      languages: requiredLanguages,
      certifications: requiredCertifications,
      months: requiredMonths,
      capacityMin,
      capacityMax,
    },
    period: periodFrom(from, to),
  };
}
