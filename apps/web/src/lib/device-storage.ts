import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/**
 * What this device keeps for the signed-in person: unfinished texts and messages that wait for a connection.
 * Keys begin with the person's id, so that two accounts on one desktop never meet, and signing out wipes all.
 * Where IndexedDB is switched off (some private windows), the rows last as long as the page.
 */
let store: UseStore | null = null;
const memory = new Map<string, unknown>();

function database(): UseStore {
  store ??= createStore('ttn', 'device');
  return store;
}

export async function readDevice<Value>(key: string): Promise<Value | undefined> {
  try {
    return await get<Value>(key, database());
  } catch {
    return memory.get(key) as Value | undefined;
  }
}

export async function writeDevice(key: string, value: unknown): Promise<void> {
  try {
    await set(key, value, database());
  } catch {
    memory.set(key, value);
  }
}

export async function removeDevice(key: string): Promise<void> {
  memory.delete(key);
  try {
    await del(key, database());
  } catch {
    // It was only in memory.
  }
}

/** Rows whose key begins with `prefix`. */
export async function listDevice<Value>(prefix: string): Promise<[string, Value][]> {
  try {
    const rows = await entries<string, Value>(database());
    return rows.filter(([key]) => key.startsWith(prefix));
  } catch {
    return [...memory].filter(([key]) => key.startsWith(prefix)) as [string, Value][];
  }
}

export async function forgetDevice(): Promise<void> {
  memory.clear();
  try {
    await clear(database());
    // Texts that are written together have a database each, `ttn:<person>:<text>`.
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith('ttn:')) indexedDB.deleteDatabase(name);
  } catch {
    // Nothing was stored.
  }
}
