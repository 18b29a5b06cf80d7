import { readPreference, writePreference } from './preferences.js';
import { createStore, useStore } from './store.js';

/** Whether single keys do something by themselves (WCAG 2.1.4): whoever speaks to the computer switches them off. */
const shortcuts = createStore(readPreference('ttn.shortcuts') !== 'off');

export function useShortcuts(): boolean {
  return useStore(shortcuts);
}

export function hasShortcuts(): boolean {
  return shortcuts.get();
}

export function setShortcuts(on: boolean): void {
  writePreference('ttn.shortcuts', on ? 'on' : 'off');
  shortcuts.set(on);
}
