/** Small choices of this browser. Where storage is switched off they last as long as the page. */
const memory = new Map<string, string>();

export type PreferenceKey =
  'ttn.language' | 'ttn.color-scheme' | 'ttn.density' | 'ttn.send-key' | 'ttn.shortcuts' | 'ttn.organization';

export function readPreference(key: PreferenceKey): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

export function writePreference(key: PreferenceKey, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
}
