/** What a complete call says, for specs that change one thing of it. */
const HOUR = 3_600_000;

export const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

export const NEED = {
  key: 'need',
  kind: 'long',
  words: 'Which need is met?',
  required: true,
  maxLength: 2000,
};

export const CRITERION = {
  key: 'novelty',
  title: 'Novelty',
  weight: 60,
  min: 1,
  max: 5,
  anchors: [
    { score: 1, words: 'Others offer the same.' },
    { score: 5, words: 'Nobody offers this yet.' },
  ],
};
export const CRITERIA = [CRITERION, { ...CRITERION, key: 'market', title: 'Market', weight: 40 }];

export const stage = (key: 'concept' | 'full', opens: number, closes: number): object => ({
  key,
  opensAt: at(opens),
  closesAt: at(closes),
  form: [NEED],
});

/** Complete but for who decides. */
export const terms = (changes: object = {}): object => ({
  title: 'Evenings by the sea',
  summary: 'Three partners from three countries make one product for the evening hours.',
  language: 'en',
  zone: 'Asia/Seoul',
  stages: [stage('full', -1, 24)],
  criteria: CRITERIA,
  eligibility: [{ number: 1, words: 'Partners from three countries at least.' }],
  budgetCurrency: 'USD',
  maxBudgetMinor: 5_000_000,
  ...changes,
});
