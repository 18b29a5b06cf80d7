import { readPreference, writePreference } from '../lib/preferences.js';
import { createStore, useStore } from '../lib/store.js';

/** `auto`: comfortable for fingers, compact for a mouse. */
export const DENSITIES = ['auto', 'comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

const kept = readPreference('ttn.density');
const density = createStore<Density>(DENSITIES.find((option) => option === kept) ?? 'auto');

export function useDensity(): Density {
  return useStore(density);
}

export function setDensity(next: Density): void {
  density.set(next);
  writePreference('ttn.density', next);
  if (next === 'auto') delete document.documentElement.dataset.density;
  else document.documentElement.dataset.density = next;
}
