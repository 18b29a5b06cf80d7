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
  const { tone, title, children, action, announce, ref } = props;
  const Icon = ICONS[tone];
  return (
    <div
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      role={announce ? 'alert' : undefined}
      className={`${styles.callout} ${styles[tone]}`}
    >
      <Icon size={20} stroke={1.5} aria-hidden />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
