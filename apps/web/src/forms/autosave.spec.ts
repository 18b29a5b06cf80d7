import { ApiProblem } from '../lib/api-problem.js';
import type { Connection } from '../lib/connection.js';
import { forgetDevice } from '../lib/device-storage.js';
import { createStore } from '../lib/store.js';
import { Autosave, type FormRecord, type Remote } from './autosave.js';

interface Letter {
  title: string;
  text: string;
  amount: string;
}
const BLANK: Letter = { title: '', text: '', amount: '' };

/** A server that keeps one letter, trims texts, spells amounts without commas, and can be away or lose an answer. */
class Server {
  letter: Remote<Letter> | null = null;
  readonly created = new Map<string, string>();
  readonly sent: Partial<Letter>[] = [];
  mood: 'well' | 'away' | 'lost-answer' = 'well';

  readonly record: FormRecord<Letter> = {
    key: 'person-1/letter',
    isReady: (form) => form.title !== '',
    isValid: (form, field) => field !== 'amount' || /^[\d,]*$/.test(form.amount),
    create: async (form, key) => {
      if (this.mood === 'away') throw ApiProblem.unreachable();
      if (!this.created.has(key)) {
        this.created.set(key, form.title);
        this.write(form, 1);
      }
      if (this.mood === 'lost-answer') throw ApiProblem.unreachable();
      return this.read();
    },
    update: async (_, version, changes) => {
      if (this.mood === 'away') throw ApiProblem.unreachable();
      if (version !== this.read().version) throw new ApiProblem(412, 'request/stale-version');
      this.sent.push(changes);
      this.write({ ...this.read().form, ...changes }, version + 1);
      return this.read();
    },
    read: async () => this.read(),
  };

  read(): Remote<Letter> {
    if (!this.letter) throw new ApiProblem(404, 'request/not-found');
    return this.letter;
  }

  write({ title, text, amount }: Letter, version: number): void {
    const form = { title: title.trim(), text: text.trim(), amount: amount.replaceAll(',', '') };
    this.letter = { id: 'letter-1', version, form };
  }
}

describe('Autosave', () => {
  let server: Server;
  const line = createStore<Connection>('online');
  const open: Autosave<Letter>[] = [];

  async function openForm(): Promise<Autosave<Letter>> {
    const start = server.letter ?? { id: null, version: null, form: BLANK };
    const form = new Autosave(server.record, start, line, false);
    open.push(form);
    await form.open();
    return form;
  }

  beforeEach(() => {
    server = new Server();
  });
  afterEach(async () => {
    for (const form of open.splice(0)) form.close();
    await forgetDevice();
  });

  it('begins a record once it can, and then sends only what changed', async () => {
    const form = await openForm();
    form.set('text', 'By night.');
    expect(await form.save()).toBe(false);
    expect(server.letter).toBeNull();
    form.set('title', 'Night walks');
    expect(await form.save()).toBe(true);
    form.set('text', 'By night, on foot.');
    expect(await form.save()).toBe(true);
    expect(server.sent).toEqual([{ text: 'By night, on foot.' }]);
    expect(form.state.get().saved.state).toBe('saved');
  });

  it('makes one record of a beginning whose answer was lost', async () => {
    server.mood = 'lost-answer';
    const form = await openForm();
    form.set('title', 'Night walks');
    expect(await form.save()).toBe(false);
    expect(form.state.get().saved.state).toBe('offline');
    server.mood = 'well';
    form.set('title', 'Night walks of Busan');
    expect(await form.save()).toBe(true);
    expect([...server.created.values()]).toEqual(['Night walks']);
    expect(server.read().form.title).toBe('Night walks of Busan');
  });

  it('keeps on the device what the server did not get, for the next page', async () => {
    const form = await openForm();
    form.set('title', 'Night walks');
    await form.save();
    server.mood = 'away';
    form.set('text', 'By night.');
    expect(await form.save()).toBe(false);
    form.close();
    server.mood = 'well';
    const next = await openForm();
    expect(next.state.get().form.text).toBe('By night.');
    expect(await next.save()).toBe(true);
    expect(server.read().form.text).toBe('By night.');
  });

  it('takes over what others changed and keeps what was touched here, telling theirs', async () => {
    const form = await openForm();
    form.set('title', 'Night walks ');
    form.set('amount', '4,200');
    await form.save();
    server.write({ title: 'Night walks', text: 'Theirs.', amount: '4200' }, 9);
    form.set('title', 'Night walks of Busan');
    expect(await form.save()).toBe(true);
    expect(form.state.get()).toMatchObject({
      form: { title: 'Night walks of Busan', text: 'Theirs.', amount: '4,200' },
      takenOver: ['text'],
      clashes: [],
    });
    server.write({ title: 'Their title', text: 'Theirs.', amount: '4200' }, 20);
    form.set('title', 'Our title');
    expect(await form.save()).toBe(true);
    expect(form.state.get().clashes).toEqual([{ field: 'title', theirs: 'Their title' }]);
    expect(server.read().form.title).toBe('Our title');
  });

  it('holds back a field that cannot be sent, and sends the others', async () => {
    const form = await openForm();
    form.set('title', 'Night walks');
    await form.save();
    form.set('amount', 'about 5');
    form.set('text', 'By night.');
    expect(await form.save()).toBe(false);
    expect(server.sent).toEqual([{ text: 'By night.' }]);
    expect(form.isDirty).toBe(true);
  });

  it('reports a refusal and does not send it again by itself', async () => {
    const form = await openForm();
    form.set('title', 'Night walks');
    await form.save();
    server.record.update = async () => {
      throw new ApiProblem(409, 'proposal/not-editable');
    };
    form.set('text', 'Too late.');
    expect(await form.save()).toBe(false);
    expect(form.state.get()).toMatchObject({
      saved: { state: 'failed' },
      problem: { code: 'proposal/not-editable' },
    });
  });
});
