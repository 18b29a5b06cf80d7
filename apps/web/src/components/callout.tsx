import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import styles from './callout.module.css';

const ICONS = {
  danger: IconAlertTriangle,
  warning: IconAlertTriangle,
  success: IconCircleCheck,
  info: IconInfoCircle,
} as const;

/** A boxed word to the reader. `announce` reads it out when it appears. */
export function Callout(props: {
  tone: keyof typeof ICONS;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  announce?: boolean;
  ref?: Ref<HTMLDivElement>;
}) {
  const Icon = ICONS[props.tone];
  return (
    <div
      ref={props.ref}
      tabIndex={props.ref ? -1 : undefined}
      role={props.announce ? 'alert' : undefined}
      className={`${styles.callout} ${styles[props.tone]}`}
    >
      <Icon size={20} stroke={1.5} aria-hidden />
      <div>
        {props.title && <p className={styles.title}>{props.title}</p>}
        {props.children}
        {props.action && <div className={styles.action}>{props.action}</div>}
      </div>
    </div>
  );
}
