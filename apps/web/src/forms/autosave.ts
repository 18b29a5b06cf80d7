import type { Saved } from '../components/saved-state.js';
import { ApiProblem } from '../lib/api-problem.js';
import type { Connection } from '../lib/connection.js';
import { readDevice, removeDevice, writeDevice } from '../lib/device-storage.js';
import { newClientId } from '../lib/new-client-id.js';
import { createStore, type Store } from '../lib/store.js';
import { rebase } from './following.js';
import { differing, type Clash } from './merge-forms.js';

/** What the server has: its version is sent back as If-Match. */
export interface Remote<Form> {
  id: string;
  version: number;
  form: Form;
}

/** How one kind of record is read and written. */
export interface FormRecord<Form extends object> {
  /** Begins the device key; the id of the record, or `new`, follows. Starts with the person's id. */
  key: string;
  /** Whether enough is filled in to begin the record on the server. */
  isReady: (form: Form) => boolean;
  /** Whether a field can be sent as it stands; what cannot stays on this device. */
  isValid: (form: Form, field: keyof Form) => boolean;
  create: (form: Form, idempotencyKey: string) => Promise<Remote<Form>>;
  update: (id: string, version: number, changes: Partial<Form>) => Promise<Remote<Form>>;
  read: (id: string) => Promise<Remote<Form>>;
}

export interface Editing<Form> {
  form: Form;
  /** Null until the server has the record. */
  id: string | null;
  version: number | null;
  saved: Saved;
  problem: unknown;
  /** Fields that somebody else changed meanwhile and that were taken over. */
  takenOver: readonly (keyof Form)[];
  /** Fields that both changed: ours stands, theirs is shown. */
  clashes: readonly Clash<Form>[];
}

interface Begun<Form> {
  form: Form;
  idempotencyKey: string;
}
interface Kept<Form> {
  form: Form;
  base: Form;
  known: Form;
  begun: Begun<Form> | null;
}

const KEEP_AFTER_MS = 400;
const SEND_AFTER_MS = 900;
const SEND_AT_LATEST_MS = 5_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Keeps a form: every letter on this device half a second later, and on the server soon after (`auto`) or when
 * `save` is called. A lost connection is waited out. When somebody else was faster (412) the record is read again:
 * fields not touched here follow theirs, touched ones stay and are sent once more.
 */
export class Autosave<Form extends object> {
  readonly state: Store<Editing<Form>>;
  /** As the server has it, in our spelling. */
  private base: Form;
  /** The same in the spelling of its last answer. */
  private known: Form;
  private begun: Begun<Form> | null = null;
  private running: Promise<boolean> | null = null;
  private pause = FIRST_PAUSE_MS;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private sendTimer: ReturnType<typeof setTimeout> | undefined;
  private touchedAt: number | null = null;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly record: FormRecord<Form>,
    start: Remote<Form> | { id: null; version: null; form: Form },
    private readonly connection: Store<Connection>,
    private readonly auto = true,
  ) {
    this.base = start.form;
    this.known = start.form;
    this.state = createStore<Editing<Form>>({
      form: start.form,
      id: start.id,
      version: start.version,
      saved: { state: 'untouched' },
      problem: null,
      takenOver: [],
      clashes: [],
    });
  }

  /** Brings back what an earlier page kept, and begins to watch the connection. */
  async open(): Promise<void> {
    this.stopListening = this.connection.subscribe(() => {
      if (this.auto && this.connection.get() === 'online' && this.isDirty) void this.save();
    });
    const kept = await readDevice<Kept<Form>>(this.deviceKey);
    if (!kept || this.touchedAt !== null) return;
    this.begun = kept.begun;
    const server = this.state.get().form;
    this.base = kept.base;
    this.known = kept.known;
    this.change({ form: kept.form });
    this.takeOver(server);
    if (this.isDirty) this.schedule();
    else void removeDevice(this.deviceKey);
  }

  /** Leaves the form: what is not on the server yet goes on its way, and stays on this device until it is there. */
  close(): void {
    this.stopListening?.();
    this.keepNow();
    if (this.auto && this.isDirty) void this.save();
  }

  set<Field extends keyof Form>(field: Field, value: Form[Field]): void {
    const { form, clashes, takenOver } = this.state.get();
    this.change({
      form: { ...form, [field]: value },
      clashes: clashes.filter((clash) => clash.field !== field),
      takenOver: takenOver.filter((other) => other !== field),
    });
    this.schedule();
  }

  /** True while something here is not on the server. */
  get isDirty(): boolean {
    return differing(this.state.get().form, this.base).length > 0;
  }

  /** Sends now what can be sent. @returns whether nothing is left to send */
  save(): Promise<boolean> {
    clearTimeout(this.sendTimer);
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
      this.touchedAt = null;
    });
    return this.running;
  }

  private async sendAll(): Promise<boolean> {
    while (this.sendable().length > 0 || this.begun) {
      this.change({ saved: { state: 'saving' }, problem: null });
      try {
        await this.sendOnce();
        this.pause = FIRST_PAUSE_MS;
      } catch (error) {
        return this.fail(error);
      }
    }
    if (this.state.get().id === null) return false;
    const isWhole = !this.isDirty;
    if (isWhole) {
      clearTimeout(this.keepTimer);
      void removeDevice(this.deviceKey);
    }
    this.change({ saved: { state: 'saved', at: new Date().toISOString() } });
    return isWhole;
  }

  private async sendOnce(): Promise<void> {
    const { id, version, form } = this.state.get();
    if (id === null || version === null) return this.begin();
    const changes: Partial<Form> = {};
    for (const field of this.sendable()) changes[field] = form[field];
    try {
      this.accept(await this.record.update(id, version, changes), changes);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const theirs = await this.record.read(id);
      this.takeOver(theirs.form);
      this.change({ version: theirs.version });
    }
  }

  /** Until it is answered, the same beginning is sent with the same key: it never makes two records. */
  private async begin(): Promise<void> {
    this.begun ??= { form: this.state.get().form, idempotencyKey: newClientId() };
    const oldKey = this.deviceKey;
    await this.keep();
    const remote = await this.record.create(this.begun.form, this.begun.idempotencyKey);
    const sent = this.begun.form;
    this.begun = null;
    this.accept(remote, sent);
    await this.keep();
    await removeDevice(oldKey);
  }

  /** What was sent is what the server has, even where it keeps it in another spelling (spaces trimmed). */
  private accept(remote: Remote<Form>, sent: Partial<Form>): void {
    this.base = { ...remote.form, ...sent };
    this.known = remote.form;
    this.change({ id: remote.id, version: remote.version });
  }

  private takeOver(theirs: Form): void {
    const { form } = this.state.get();
    const { base, known, ...merged } = rebase({ form, base: this.base, known: this.known }, theirs);
    this.base = base;
    this.known = known;
    this.change(merged);
  }

  private fail(error: unknown): boolean {
    const isPassing = error instanceof ApiProblem && error.isPassing;
    // A refused beginning is thought over: the next one may differ and needs a key of its own.
    if (!isPassing) this.begun = null;
    this.keepNow();
    this.change({ saved: { state: isPassing ? 'offline' : 'failed' }, problem: error });
    if (isPassing && this.auto) {
      this.sendTimer = setTimeout(() => void this.save(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    }
    return false;
  }

  private sendable(): (keyof Form)[] {
    const { form, id } = this.state.get();
    if (id === null && !this.record.isReady(form)) return [];
    return differing(form, this.base).filter((field) => this.record.isValid(form, field));
  }

  private schedule(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(this.keepNow, KEEP_AFTER_MS);
    this.touchedAt ??= Date.now();
    if (!this.auto) return;
    const latest = this.touchedAt + SEND_AT_LATEST_MS - Date.now();
    clearTimeout(this.sendTimer);
    this.sendTimer = setTimeout(() => void this.save(), Math.max(0, Math.min(SEND_AFTER_MS, latest)));
  }

  /** Keeps on this device, now, what the server does not have yet. */
  readonly keepNow = (): void => {
    clearTimeout(this.keepTimer);
    if (this.isDirty) void this.keep();
  };

  private keep(): Promise<void> {
    const kept: Kept<Form> = {
      form: this.state.get().form,
      base: this.base,
      known: this.known,
      begun: this.begun,
    };
    return writeDevice(this.deviceKey, kept);
  }

  private get deviceKey(): string {
    return `${this.record.key}/${this.state.get().id ?? 'new'}`;
  }

  private change(changes: Partial<Editing<Form>>): void {
    this.state.set({ ...this.state.get(), ...changes });
  }
}
