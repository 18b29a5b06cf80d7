import { fact } from '../reasons.js';
import type { Feature } from './feature.js';

/** Can the counterpart take as many as are expected? */
export const capacityFits: Feature = ({ seeker, giver }) => {
  const needed = seeker.capacity?.min ?? 0;
  if (needed <= 0) return undefined;
  const available = giver.capacity?.max;
  if (available === undefined) return { side: 'giver', what: 'capacity' };
  return {
    code: 'capacity_fits',
    value: Math.min(1, Math.max(0, available) / needed),
    facts: { ours: [fact('capacity_required', needed)], theirs: [fact('capacity', available)] },
  };
};

const EVERY_MONTH = 12;

/** Does the counterpart work in the months that matter? Who asks for the whole year asks for nothing in particular. */
export const seasonFits: Feature = ({ seeker, giver }) => {
  const needed = [...new Set(seeker.requiredMonths)];
  if (needed.length === 0 || needed.length === EVERY_MONTH) return undefined;
  if (giver.months === undefined) return { side: 'giver', what: 'months' };
  const open = new Set(giver.months);
  const shared = needed.filter((month) => open.has(month));
  return {
    code: 'season_fits',
    value: shared.length / needed.length,
    facts: {
      ours: needed.map((month) => fact('month_required', month)),
      theirs: shared.map((month) => fact('month', month)),
    },
  };
};

export const certificatesHeld: Feature = ({ seeker, giver }) => {
  const needed = seeker.requiredCertifications ?? [];
  if (needed.length === 0) return undefined;
  const held = new Set(giver.concepts.certifications.map((certificate) => certificate.id));
  const shared = needed.filter((id) => held.has(id));
  return {
    code: 'certificates_held',
    value: shared.length / needed.length,
    facts: {
      ours: needed.map((id) => fact('certificate_required', id)),
      theirs: shared.map((id) => fact('certificate', id)),
    },
  };
};

/** A proposal is written for member cities: true of every city, so worth little, but a fact all the same. */
export const addressedTo: Feature = ({ seeker, giver }) => {
  const kinds = new Set([seeker.kind, giver.kind]);
  if (!kinds.has('proposal') || !kinds.has('city')) return undefined;
  return {
    code: 'addressed_to',
    value: 1,
    facts: { ours: [fact('kind', seeker.kind)], theirs: [fact('kind', giver.kind)] },
  };
};
