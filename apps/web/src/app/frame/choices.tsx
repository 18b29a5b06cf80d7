import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { useIntl } from 'react-intl';
import { chooseLocale } from '../../i18n/language.js';
import { isLocale, LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { type Density, DENSITIES, setDensity, useDensity } from '../../theme/density.js';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Languages by their own names, without flags. */
export function LanguageChoices() {
  const text = useText();
  const { locale } = useIntl();
  return (
    <>
      <Menu.Label>{text('language.label')}</Menu.Label>
      <Menu.RadioGroup
        value={locale}
        onChange={(chosen) => {
          if (isLocale(chosen)) void chooseLocale(chosen);
        }}
      >
        {LOCALES.map((option) => (
          <Menu.RadioItem key={option} value={option} closeMenuOnClick>
            <span lang={option}>{LOCALE_NAMES[option]}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

export function DisplayChoices() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  return (
    <>
      <Menu.Label>{text('display.scheme')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
            {text(`display.scheme.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{text('display.density')}</Menu.Label>
      <Menu.RadioGroup value={density} onChange={(chosen) => setDensity(chosen as Density)}>
        {DENSITIES.map((option) => (
          <Menu.RadioItem key={option} value={option} closeMenuOnClick={false}>
            {text(`display.density.${option}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
