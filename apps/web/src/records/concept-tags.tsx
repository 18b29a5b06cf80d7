import { useConceptLabel } from '../lib/taxonomy.js';
import { Tag } from '../components/tag.js';
import styles from '../components/record.module.css';

/** Codes of the vocabulary as tags, in the reader's language. */
export function ConceptTags({ codes }: { codes: readonly string[] }) {
  const labelOf = useConceptLabel();
  if (codes.length === 0) return null;
  return (
    <ul className={styles.tags}>
      {codes.map((code) => (
        <li key={code}>
          <Tag>{labelOf(code)}</Tag>
        </li>
      ))}
    </ul>
  );
}
