import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Tone } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { Milestone, Project, ProjectOrganization } from './projects.js';

export const PROJECT_STATES = ['running', 'closing', 'closed', 'suspended', 'terminated'] as const;

export const PROJECT_TONES: Readonly<Record<Project['state'], Tone>> = {
  running: 'brand',
  closing: 'warning',
  closed: 'success',
  suspended: 'danger',
  terminated: 'neutral',
};

export const MILESTONE_TONES: Readonly<Record<Milestone['state'], Tone>> = {
  planned: 'neutral',
  due: 'warning',
  submitted: 'brand',
  returned: 'danger',
  accepted: 'success',
};

/** Korean readers know Korean organizations by their Korean names; all others go by the Latin one. */
export function useOrganizationName(): (organization: ProjectOrganization) => string {
  const { locale } = useIntl();
  return ({ name, nameLocal, country }) =>
    locale === 'ko' && country === 'KR' && nameLocal ? nameLocal : name;
}

export function OrganizationLink({ organization }: { organization: ProjectOrganization }) {
  const nameOf = useOrganizationName();
  const { slug } = useActingOrganization();
  return (
    <Link
      to="/o/$organization/organizations/$organizationId"
      params={{ organization: slug, organizationId: organization.id }}
    >
      {nameOf(organization)}
    </Link>
  );
}

/** What a milestone is called: its own title, or which report it is. */
export function useMilestoneTitle(): (milestone: Pick<Milestone, 'kind' | 'position' | 'title'>) => string {
  const text = useText();
  return ({ kind, position, title }) =>
    kind === 'milestone' ? title : text(`projects.kind.${kind}`, { position });
}

/** Everybody in a project, by id: its organizations and who runs the call. */
export function organizationsOf({ partners, runner }: Project): ReadonlyMap<string, ProjectOrganization> {
  return new Map([...partners.map(({ organization }) => organization), runner].map((one) => [one.id, one]));
}
