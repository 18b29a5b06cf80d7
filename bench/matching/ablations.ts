import type { SampleData } from './sample-records.js';

/** The sample as it would be if organizations had ticked less. What is asked for stays as it is. */
export type Ablation = (sample: SampleData) => SampleData;

export const unabridged: Ablation = (sample) => sample;

/** Organizations without declared themes: those have to be read in their texts. */
export const withoutThemes: Ablation = (sample) => ({
  ...sample,
  smes: sample.smes.map((sme) => ({ ...sme, themes: [] })),
  consultants: sample.consultants.map((consultant) => ({ ...consultant, themes: [] })),
});

/** Organizations known by their texts, their place, languages, months and capacity alone. */
export const withoutFacets: Ablation = (sample) => ({
  ...sample,
  smes: sample.smes.map((sme) => ({
    ...sme,
    themes: [],
    sector: '',
    other_sectors: [],
    certifications: [],
    seeks: [],
    offers: [],
    target_markets: [],
  })),
  consultants: sample.consultants.map((consultant) => ({
    ...consultant,
    themes: [],
    offers: [],
    consulting_areas: [],
  })),
});
