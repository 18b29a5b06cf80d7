import { Link } from '@tanstack/react-router';
import { FictionalMark, Tag, type Tone } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { MembershipState, NamedOrganization, VoteCard } from './memberships.js';

const MEMBERSHIP_TONES: Readonly<Record<MembershipState, Tone>> = {
  requested: 'brand',
  excom_vote: 'brand',
  approved_unpaid: 'warning',
  active: 'success',
  suspended: 'danger',
  expired: 'neutral',
  rejected: 'danger',
  withdrawn: 'neutral',
};

export function MembershipStateTag({ state }: { state: MembershipState }) {
  const text = useText();
  return <Tag tone={MEMBERSHIP_TONES[state]}>{text(`membership.state.${state}`)}</Tag>;
}

/** Running, cancelled, or how it ended. */
export function VoteStateTag({ vote }: { vote: VoteCard }) {
  const text = useText();
  if (vote.state === 'open') return <Tag tone="brand">{text('membership.vote.state.open')}</Tag>;
  if (!vote.result) return <Tag>{text('membership.vote.state.cancelled')}</Tag>;
  const { outcome } = vote.result;
  const tone = outcome === 'accepted' ? 'success' : outcome === 'refused' ? 'danger' : 'warning';
  return <Tag tone={tone}>{text(`membership.vote.outcome.${outcome}`)}</Tag>;
}

/** The name of an organization; a link to it, marked where it is invented. */
export function Named({ organization }: { organization: NamedOrganization }) {
  const acting = useActingOrganization();
  return (
    <>
      <Link
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: acting.slug, organizationId: organization.id }}
      >
        {organization.name}
      </Link>{' '}
      {organization.fictional && <FictionalMark />}
    </>
  );
}
