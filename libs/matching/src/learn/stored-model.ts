import { FEATURE_CODES } from '../spec.js';
import { LEARNING } from './fold-answers.js';
import { UNTAUGHT, type Corrections, type LearnedModel } from './model.js';

/**
 * A model as it was stored (JSON). What cannot be one is passed over by rule: features that no longer exist and
 * numbers that are none are left out, corrections beyond their bound are brought back to it, and what is no model at
 * all has learnt nothing.
 */
export function modelFrom(stored: unknown): LearnedModel {
  if (!isRecord(stored)) return UNTAUGHT;
  const { version, bias, everybody, organizations } = stored;
  const own = isRecord(organizations) ? Object.entries(organizations) : [];
  return {
    version: Math.max(0, Math.floor(numberOr(version, 0))),
    bias: within(numberOr(bias, 0), LEARNING.mostBias),
    everybody: correctionsFrom(everybody),
    organizations: Object.fromEntries(own.map(([id, corrections]) => [id, correctionsFrom(corrections)])),
  };
}

function correctionsFrom(stored: unknown): Corrections {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    FEATURE_CODES.map((code) => [code, within(numberOr(stored[code], 0), LEARNING.most)] as const).filter(
      ([, correction]) => correction !== 0,
    ),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
