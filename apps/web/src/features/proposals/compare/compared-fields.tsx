import { Panel } from '../../../components/panel.js';
import { useText } from '../../../i18n/use-text.js';
import type { ComparedField, Comparison } from './comparison-queries.js';
import styles from './compare.module.css';

/** The fields one under the other, each with the older text beside the newer; on a phone beneath it. */
export function ComparedFields({ comparison, fields }: { comparison: Comparison; fields: ComparedField[] }) {
  const text = useText();
  const { from, to, language } = comparison;
  return fields.map((field) => (
    <Panel key={`${field.part}/${field.label ?? ''}`} title={field.label ?? field.part}>
      {field.isReformatted && <p className={styles.nothing}>{text('compare.reformatted')}</p>}
      <div className={styles.pair}>
        <Side
          heading={text('compare.version', { number: from })}
          field={field}
          shows="deleted"
          lang={language}
        />
        <Side
          heading={text('compare.version', { number: to })}
          field={field}
          shows="inserted"
          lang={language}
        />
      </div>
    </Panel>
  ));
}

function Side(props: { heading: string; field: ComparedField; shows: 'inserted' | 'deleted'; lang: string }) {
  const text = useText();
  const pieces = props.field.pieces.filter(({ kind }) => kind === 'same' || kind === props.shows);
  const Mark = props.shows === 'inserted' ? 'ins' : 'del';
  return (
    <div>
      <h3 className={styles.side}>{props.heading}</h3>
      {pieces.length === 0 ? (
        <p className={styles.nothing}>{text('compare.nothing')}</p>
      ) : (
        <p className={styles.text} lang={props.lang} dir="auto">
          {pieces.map(({ kind, text: words }, index) =>
            kind === 'same' ? (
              words
            ) : (
              <Mark key={index} tabIndex={-1}>
                {words}
              </Mark>
            ),
          )}
        </p>
      )}
    </div>
  );
}
