import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Wordmark } from '../../components/wordmark.js';
import { chooseLocale } from '../../i18n/language.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import styles from './door.module.css';
import { HarbourRegister } from './harbour-register.js';

/** What stands around the screens before sign-in: the mark, the languages, and who is in the network. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.door}>{children}</div>
        <HarbourRegister />
      </main>
    </div>
  );
}

function LanguageSwitch() {
  const text = useText();
  const { locale } = useIntl();
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={text('language.label')} title={text('language.label')}>
          <IconLanguage size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map((option) => (
          <Menu.Item
            key={option}
            lang={option}
            aria-current={option === locale ? 'true' : undefined}
            onClick={() => void chooseLocale(option)}
          >
            {LOCALE_NAMES[option]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
