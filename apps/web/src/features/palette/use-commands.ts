import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { chooseLocale } from '../../i18n/language.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import { mayWrite } from '../../lib/rights.js';
import { signOut } from '../../lib/session.js';
import { setShortcuts, useShortcuts } from '../../lib/shortcuts.js';
import type { MessageId } from '../../i18n/locales.js';
import type { Command } from './commands.js';

/** A place of the rail. */
export interface PalettePlace {
  to: string;
  label: MessageId;
}

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** What can be reached and done from anywhere, for the organization that is acted for. */
export function useCommands(membership: Membership, places: readonly PalettePlace[]): Command[] {
  const text = useText();
  const me = useMe();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const hasShortcuts = useShortcuts();
  const organization = membership.slug;
  const leading = (id: string, label: string, path: string, rest: Partial<Command> = {}): Command => ({
    id,
    group: 'pages',
    label,
    path,
    run: () => void navigate({ href: path }),
    ...rest,
  });
  const doing = (id: string, label: string, run: () => void, rest: Partial<Command> = {}): Command => ({
    id,
    group: 'actions',
    label,
    run,
    ...rest,
  });
  return [
    ...places.map(({ to, label }) =>
      leading(`page ${to}`, text(label), to.replace('$organization', organization), {
        words: [to.split('/').at(-1) ?? ''],
      }),
    ),
    leading('page notices', text('nav.notices'), `/o/${organization}/notices`, { words: ['notices'] }),
    leading('page saved-searches', text('saved-search.title'), `/o/${organization}/saved-searches`, {
      words: ['saved searches'],
    }),
    leading('page shortlists', text('shortlist.title'), `/o/${organization}/shortlists`, {
      words: ['shortlists'],
    }),
    leading('page profile', text('palette.own'), `/o/${organization}/organizations/${membership.id}`, {
      words: [membership.name, 'profile'],
    }),
    leading('page welcome', text('palette.first-steps'), `/o/${organization}/welcome`, {
      words: ['welcome'],
    }),
    leading('page account', text('nav.account'), '/account', { words: ['account', me.displayName] }),
    ...(mayWrite(membership, 'proposal.create')
      ? [
          leading('do proposal', text('proposal.begin'), `/o/${organization}/proposals/new`, {
            group: 'actions',
          }),
        ]
      : []),
    ...me.organizations
      .filter(({ id }) => id !== membership.id)
      .map(({ id, slug, name }) =>
        leading(`act ${id}`, text('palette.act-for', { name }), `/o/${slug}`, {
          group: 'actions',
          words: [name],
        }),
      ),
    ...LOCALES.map((locale) =>
      doing(
        `language ${locale}`,
        text('palette.language', { name: LOCALE_NAMES[locale] }),
        () => void chooseLocale(locale),
        { words: ['language', '언어', LOCALE_NAMES[locale]] },
      ),
    ),
    ...SCHEMES.map((scheme) =>
      doing(
        `scheme ${scheme}`,
        text('palette.scheme', { name: text(`display.scheme.${scheme}`) }),
        () => setColorScheme(scheme),
        { words: [scheme] },
      ),
    ),
    doing('shortcuts', text(hasShortcuts ? 'palette.shortcuts.off' : 'palette.shortcuts.on'), () =>
      setShortcuts(!hasShortcuts),
    ),
    doing('sign-out', text('account.sign-out'), () => void signOut()),
  ];
}
