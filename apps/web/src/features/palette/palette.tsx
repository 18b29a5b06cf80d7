import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { useText } from '../../i18n/use-text.js';
import { readDevice, writeDevice } from '../../lib/device-storage.js';
import { type DirectoryItem, suggestionsQuery } from '../../lib/directory.js';
import { type Membership, useMe } from '../../lib/me.js';
import { afterUse, type Command, GROUPS, matching, type Recent } from './commands.js';
import styles from './palette.module.css';
import { type PalettePlace, useCommands } from './use-commands.js';

const ASK_AFTER_MS = 120;
/** How Safari and older Chromium mark a key that belongs to the input method. */
const COMPOSING_KEY = 229;

/** Finds an organization, a page or an action by typing; the keyboard never leaves the field. */
export function Palette(props: {
  isOpen: boolean;
  onClose: () => void;
  membership: Membership;
  places: readonly PalettePlace[];
}) {
  const { isOpen, onClose, ...rest } = props;
  const text = useText();
  return (
    // In parts, because the whole would bring a second banner with it.
    <Modal.Root opened={isOpen} onClose={onClose} yOffset="12vh" size="lg" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={text('palette.title')}>
        <Modal.Body className={styles.body}>
          <Finder onClose={onClose} {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder(props: { onClose: () => void; membership: Membership; places: readonly PalettePlace[] }) {
  const { onClose, membership, places } = props;
  const text = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [recent, remember] = useRecent();
  const commands = useCommands(membership, places);
  const organizations = useOrganizations(membership, typed);
  const shown = listed(typed, { commands, organizations, recent: useRecentCommands(recent, commands) });
  const index = Math.min(at, shown.length - 1);
  const active = shown[index];
  const run = (command: Command | undefined) => {
    if (!command) return;
    remember({ id: command.id, label: command.label, path: command.path });
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((index + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Home' && event.ctrlKey) setAt(0);
    else if (event.key === 'Enter') run(active);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        data-autofocus
        className={styles.field}
        role="combobox"
        aria-label={text('palette.title')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active && `${listId}-${index}`}
        aria-autocomplete="list"
        autoComplete="off"
        dir="auto"
        placeholder={text('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={text('palette.results')} className={styles.list}>
        {GROUPS.map((group) => {
          const members = shown.filter((command) => command.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
              <p id={`${listId}-${group}`} className={styles.group}>
                {text(`palette.group.${group}`)}
              </p>
              {members.map((command) => {
                const place = shown.indexOf(command);
                return (
                  <Option
                    key={command.id}
                    id={`${listId}-${place}`}
                    command={command}
                    isActive={place === index}
                    onPoint={() => setAt(place)}
                    onRun={() => run(command)}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
      <p role="status" className={shown.length > 0 ? 'sr-only' : styles.none}>
        {text('palette.count', { count: shown.length })}
      </p>
    </>
  );
}

function Option(props: {
  id: string;
  command: Command;
  isActive: boolean;
  onPoint: () => void;
  onRun: () => void;
}) {
  const { id, command, isActive, onPoint, onRun } = props;
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id, isActive]);
  return (
    // The field keeps the focus and its keys; the pointer is a second way.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <LangText language={command.language}>{command.label}</LangText>
      {command.note && <span className={styles.note}>{command.note}</span>}
    </div>
  );
}

/** In the order of the groups: before anything is typed the recent ones, then the pages and actions. */
function listed(
  typed: string,
  from: { commands: readonly Command[]; organizations: readonly Command[]; recent: readonly Command[] },
): Command[] {
  const isBlank = typed.trim() === '';
  const recentIds = new Set(from.recent.map(({ id }) => id));
  const found = isBlank
    ? [...from.recent, ...from.commands.filter(({ id }) => !recentIds.has(id))]
    : [...from.organizations, ...matching(from.commands, typed)];
  return GROUPS.flatMap((group) => found.filter((command) => command.group === group));
}

/** Names that begin with what was typed, from the directory: whatever script, initial consonants, romanization. */
function useOrganizations(membership: Membership, typed: string): Command[] {
  const text = useText();
  const navigate = useNavigate();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery(suggestionsQuery(membership.id, asked));
  if (asked === '') return [];
  return (data?.items ?? []).map((item) => {
    const path = pathOf(membership, item);
    return {
      id: `${item.type} ${item.id}`,
      group: 'organizations',
      label:
        item.titleLocal && item.titleLocal !== item.title ? `${item.title} ${item.titleLocal}` : item.title,
      note:
        item.type === 'organization'
          ? text(`organization.kind.${item.kind}`)
          : `${text(`palette.${item.type}`)} · ${item.organizationName}`,
      path,
      run: () => void navigate({ href: path }),
    };
  });
}

function pathOf({ slug }: Membership, { type, id, organizationId }: DirectoryItem): string {
  return type === 'opportunity'
    ? `/o/${slug}/opportunities/${id}`
    : `/o/${slug}/organizations/${organizationId}`;
}

/** What was used before, on this device and by this person; goes with the session. */
function useRecent(): [recent: readonly Recent[], remember: (used: Recent) => void] {
  const me = useMe();
  const key = `${me.id}/recent-commands`;
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  useEffect(() => {
    void readDevice<Recent[]>(key).then((kept) => setRecent(kept ?? []));
  }, [key]);
  return [recent, (used) => void writeDevice(key, afterUse(recent, used))];
}

/** Recent ones as they are called today; those that are gone from the lists by their path. */
function useRecentCommands(recent: readonly Recent[], commands: readonly Command[]): Command[] {
  const navigate = useNavigate();
  return recent.flatMap(({ id, label, path }): Command[] => {
    const known = commands.find((command) => command.id === id);
    if (known) return [{ ...known, group: 'recent' }];
    return path ? [{ id, label, path, group: 'recent', run: () => void navigate({ href: path }) }] : [];
  });
}
