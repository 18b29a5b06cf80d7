import { MultiSelect } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import { type ConceptKind, useConcepts } from '../lib/taxonomy.js';
import styles from './forms.module.css';

/** Chooses concepts of the vocabulary by their names in the reader's language. The value is their codes. */
export function ConceptPicker(props: {
  name: string;
  kind: ConceptKind;
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
  error?: string | undefined;
}) {
  const { name, kind, value, ...rest } = props;
  const concepts = useConcepts(kind);
  const known = new Set(concepts.map(({ id }) => id));
  // A code that this edition does not name stays chosen and is shown as it is.
  const unknown = value.filter((code) => !known.has(code)).map((code) => ({ value: code, label: code }));
  const data = [...concepts.map(({ id, label }) => ({ value: id, label })), ...unknown];
  return <SearchedMultiSelect name={name} data={data} value={[...value]} {...rest} />;
}

/** A choice of several from many, found by typing. */
export function SearchedMultiSelect(props: {
  name: string;
  label: string;
  description?: string;
  data: { value: string; label: string }[];
  value: string[];
  onChange: (values: string[]) => void;
  error?: string | undefined;
  /** What to say in the field where what is chosen stands somewhere else. */
  chosenElsewhere?: string;
  /** Where what is offered comes from a search elsewhere: what is being typed. */
  searchValue?: string;
  onSearchChange?: (written: string) => void;
  /** That search is under way. */
  isSearching?: boolean;
}) {
  const text = useText();
  const { name, value, chosenElsewhere, isSearching = false, ...rest } = props;
  const isSaidHere = chosenElsewhere === undefined;
  return (
    <MultiSelect
      id={name}
      value={value}
      searchable
      hidePickedOptions
      withScrollArea={false}
      placeholder={value.length === 0 ? text('forms.search') : chosenElsewhere}
      nothingFoundMessage={text(isSearching ? 'app.loading' : 'forms.nothing-found')}
      // A search elsewhere knows names in other scripts and spellings: what it found is offered as it is.
      {...(props.searchValue !== undefined && { filter: ({ options }) => options })}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: 'md', withinPortal: false }}
      classNames={{
        pill: isSaidHere ? styles.pill : styles.elsewhere,
        options: styles.options,
        option: styles.option,
      }}
      {...rest}
    />
  );
}
