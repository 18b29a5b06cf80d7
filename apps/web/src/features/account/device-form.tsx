import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { chooseSendKey, SEND_KEYS, useSendKey } from '../../lib/send-key.js';
import type { SendKey } from '../../lib/use-enter-to-send.js';
import { type Density, DENSITIES, setDensity, useDensity } from '../../theme/density.js';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** What holds in this browser only, and at once. */
export function DeviceForm() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const sendKey = useSendKey();
  return (
    <div className={forms.form}>
      <NativeSelect
        id="scheme"
        label={text('display.scheme')}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        data={SCHEMES.map((value) => ({ value, label: text(`display.scheme.${value}`) }))}
      />
      <NativeSelect
        id="density"
        label={text('display.density')}
        value={density}
        onChange={(event) => setDensity(event.currentTarget.value as Density)}
        data={DENSITIES.map((value) => ({ value, label: text(`display.density.${value}`) }))}
      />
      <NativeSelect
        id="send-key"
        label={text('account.send-key')}
        description={text('account.send-key.note')}
        value={sendKey}
        onChange={(event) => chooseSendKey(event.currentTarget.value as SendKey)}
        data={SEND_KEYS.map((value) => ({ value, label: text(`account.send-key.${value}`) }))}
      />
    </div>
  );
}
