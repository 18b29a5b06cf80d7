import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Panel } from '../components/panel.js';
import { useText } from '../i18n/use-text.js';
import forms from './forms.module.css';
import styles from './outline.module.css';

interface Line {
  /** Id of the control it leads to. */
  field: string;
  name: string;
  isDone: boolean;
}

/** What is filled in and what is not, each line leading to its field. */
export function Outline(props: {
  title: string;
  parts: readonly { name: string; lines: readonly Line[] }[];
}) {
  return (
    <aside className={forms.aside} aria-label={props.title}>
      <Panel title={props.title}>
        {props.parts.map(({ name, lines }) => (
          <div key={name} className={styles.part}>
            <p>{name}</p>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <OutlineLine key={line.field} {...line} />
              ))}
            </ul>
          </div>
        ))}
      </Panel>
    </aside>
  );
}

function OutlineLine({ field, name, isDone }: Line) {
  const text = useText();
  const Mark = isDone ? IconCircleCheck : IconCircle;
  return (
    <li className={isDone ? styles.done : undefined}>
      <Mark size={18} stroke={1.5} aria-hidden />
      <a
        href={`#${field}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(field)?.focus();
        }}
      >
        {name}
      </a>
      <span className="sr-only">{text(isDone ? 'forms.outline.done' : 'forms.outline.open')}</span>
    </li>
  );
}
