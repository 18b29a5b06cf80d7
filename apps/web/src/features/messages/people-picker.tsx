import { Checkbox, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import type { Contact } from './contacts.js';
import { personName } from './conversations.js';
import styles from './people-picker.module.css';

/** So many are seen at a glance; more are found by typing. */
const AT_A_GLANCE = 6;

/** A person in the part they act in: `person/organization`. */
export const keyOf = ({ personId, organization }: Pick<Contact, 'personId' | 'organization'>): string =>
  `${personId}/${organization.id}`;

export function seatOf(key: string): { personId: string; organizationId: string } {
  const [personId = '', organizationId = ''] = key.split('/');
  return { personId, organizationId };
}

/** People to be ticked. A list and no menu: it stands open in a dialog, on every screen, by every key. */
export function PeoplePicker(props: {
  label: string;
  contacts: readonly Contact[];
  /** Keys, see {@link keyOf}. */
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}) {
  const { label, contacts, chosen, onChange } = props;
  const text = useText();
  const labelId = useId();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const named = contacts.map((contact) => ({
    key: keyOf(contact),
    name: personName(contact, text('messages.someone')),
    of: `${contact.organization.name} · ${text(`rooms.${contact.acquaintance}`)}`,
    sought: `${contact.displayName} ${contact.organization.name} ${contact.organization.nameLocal ?? ''}`,
  }));
  const shown = named.filter(
    ({ key, sought }) => chosen.includes(key) || sought.toLocaleLowerCase().includes(wanted),
  );
  return (
    <div>
      <p id={labelId} className={styles.label}>
        {label}
      </p>
      {contacts.length > AT_A_GLANCE && (
        <TextInput
          type="search"
          aria-label={text('rooms.people.find')}
          placeholder={text('rooms.people.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div role="group" aria-labelledby={labelId} className={styles.people}>
        {shown.map(({ key, name, of }) => (
          <Checkbox
            key={key}
            label={name}
            description={of}
            checked={chosen.includes(key)}
            onChange={() =>
              onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
            }
          />
        ))}
      </div>
      <p role="status" className={styles.none}>
        {shown.length === 0 && text('rooms.people.none')}
      </p>
    </div>
  );
}
