import { defineJob } from '#libs/platform/queue';

/** Carries a decision out when its seconds are over. */
export const APPLY_DECISION = defineJob<{ decisionId: string }>({ name: 'apply-decision', queue: 'default' });

/** Recalls a request for a recommendation that nobody has answered. */
export const REMIND_RECOMMENDER = defineJob<{ recommendationId: string }>({
  name: 'remind-recommender',
  queue: 'default',
});

/** Ends a request for a recommendation whose time is over. */
export const EXPIRE_RECOMMENDATION = defineJob<{ recommendationId: string }>({
  name: 'expire-recommendation',
  queue: 'default',
});
