import type { Tone } from '../../components/tag.js';
import type { Deliverable, Session, State } from './engagements.js';

export const STATE_TONES: Readonly<Record<State, Tone>> = {
  agreement: 'warning',
  in_progress: 'brand',
  delivered: 'brand',
  revision: 'warning',
  accepted: 'success',
  closed: 'neutral',
  disputed: 'danger',
  cancelled: 'neutral',
};

export const SESSION_TONES: Readonly<Record<Session['state'], Tone>> = {
  proposed: 'warning',
  confirmed: 'success',
  moved: 'warning',
  held: 'neutral',
  missed: 'danger',
  cancelled: 'neutral',
};

export const DELIVERABLE_TONES: Readonly<Record<Deliverable['state'], Tone>> = {
  due: 'neutral',
  submitted: 'brand',
  revision: 'warning',
  accepted: 'success',
};

/** What is not over yet, and what is. */
export const CURRENT: State[] = ['agreement', 'in_progress', 'delivered', 'revision', 'accepted', 'disputed'];
export const OVER: State[] = ['closed', 'cancelled'];
