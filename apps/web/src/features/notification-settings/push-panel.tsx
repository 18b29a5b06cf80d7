import { Button } from '@mantine/core';
import { Callout } from '../../components/callout.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { browserName } from './browser-name.js';
import { type Push, PushNotPossible, useAddDevice, useRemoveDevice } from './push.js';
import styles from './settings.module.css';

/** In which browsers and phones one is told at once; for installations that push. */
export function PushPanel({ publicKey, devices }: Push & { publicKey: string }) {
  const text = useText();
  const rich = useRichText();
  const add = useAddDevice(text('notify.push.device', browserName(navigator.userAgent)));
  const remove = useRemoveDevice();
  return (
    <Panel>
      <div className={record.stack}>
        <h2>{text('notify.push')}</h2>
        <p>{text('notify.push.text')}</p>
        {devices.length === 0 ? (
          <p>{text('notify.push.none')}</p>
        ) : (
          <ul className={styles.devices} aria-label={text('notify.push.devices')}>
            {devices.map((device) => (
              <li key={device.id}>
                <span>
                  {device.label}
                  {device.isThis && ` (${text('notify.push.this')})`}
                  <span className={record.sub}>
                    {' '}
                    {rich('notify.push.since', {
                      time: <LocalTime key="time" at={device.addedAt} as="stamp" />,
                    })}
                  </span>
                </span>
                <Button
                  variant="default"
                  aria-label={text('notify.push.off', { device: device.label })}
                  loading={remove.isPending && remove.variables.id === device.id}
                  onClick={() => remove.mutate(device)}
                >
                  {text('notify.push.off.short')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {!devices.some(({ isThis }) => isThis) && (
          <div>
            <Button loading={add.isPending} onClick={() => add.mutate(publicKey)}>
              {text('notify.push.on')}
            </Button>
          </div>
        )}
        {add.error && <PushTrouble error={add.error} />}
        {remove.error && <ProblemNotice error={remove.error} />}
      </div>
    </Panel>
  );
}

function PushTrouble({ error }: { error: Error }) {
  const text = useText();
  if (!(error instanceof PushNotPossible)) return <ProblemNotice error={error} />;
  return (
    <Callout tone="warning" announce>
      {text(`notify.push.${error.problem}`)}
    </Callout>
  );
}
