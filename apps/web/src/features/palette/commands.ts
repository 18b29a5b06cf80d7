import { initialsOf, isInitials } from './hangul.js';

export const GROUPS = ['recent', 'organizations', 'pages', 'actions'] as const;
export type Group = (typeof GROUPS)[number];

/** Something the palette leads to or does. */
export interface Command {
  /** Stays the same from day to day, so that it can be found among the recent ones. */
  id: string;
  group: Group;
  label: string;
  /** BCP 47, where the label is in a language of its own. */
  language?: string | null;
  note?: string;
  /** Further words it is found by. */
  words?: readonly string[];
  /** Where it leads, for those that a later session shall find again without asking the server. */
  path?: string;
  run: () => void;
}

/** Of those that were used, the paths and names are kept. */
export interface Recent {
  id: string;
  label: string;
  path?: string | undefined;
}

const MAX_RECENT = 6;

/** Without case, width, marks and spaces: "Đà Nẵng" and "da nang" are one word. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, '');
}

/** The commands that what was typed may mean, those that begin so first. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = folded(typed);
  if (wanted === '') return [...commands];
  const rankOf = ({ label, words = [] }: Command): number => {
    const texts = [label, ...words];
    if (isInitials(typed.trim())) {
      const initials = texts.map(initialsOf);
      return initials.some((each) => each.startsWith(typed.trim())) ? 0 : -1;
    }
    const keys = texts.map(folded);
    if (keys.some((key) => key.startsWith(wanted))) return 0;
    return keys.some((key) => key.includes(wanted)) ? 1 : -1;
  };
  return commands
    .map((command) => ({ command, rank: rankOf(command) }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
}

/** The recent ones with `used` first, each once. */
export function afterUse(recent: readonly Recent[], used: Recent): Recent[] {
  return [used, ...recent.filter(({ id }) => id !== used.id)].slice(0, MAX_RECENT);
}
