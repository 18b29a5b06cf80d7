import type { Permission } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { SocketEventRegistry } from './socket-event-registry.js';
import type { SocketEvent } from './socket-event-table.js';

const NAME = 'messaging.post-message';
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['body'],
  properties: { body: { type: 'string', minLength: 1 }, tags: { type: 'array', items: { type: 'string' } } },
};
const event = (changes: Partial<SocketEvent<typeof NAME>> = {}): SocketEvent<typeof NAME> => ({
  permission: 'conversation.post',
  schema: SCHEMA,
  handle: (_, request) => Promise.resolve({ message: { ...request, duplicate: false } as never }),
  ...changes,
});
const actor = (...permissions: Permission[]): Actor => ({
  personId: 'p',
  sessionId: 's',
  organization: null,
  permissions: new Set(permissions),
  requestId: 'r',
});

/** A line that nothing is asked of. */
const LINE = { id: 'line', join: () => undefined, leave: () => undefined, onClosed: () => undefined };

describe('the table of socket events', () => {
  it('refuses to boot with two handlers of one name, without permission, and with a broken schema', () => {
    const registry = new SocketEventRegistry();
    registry.register({ [NAME]: event() });
    expect(() => registry.register({ [NAME]: event() })).toThrow('has two handlers');
    for (const permission of [undefined, 'conversation.delete'])
      expect(() =>
        new SocketEventRegistry().register({ [NAME]: event({ permission: permission as Permission }) }),
      ).toThrow('names no permission');
    expect(() =>
      new SocketEventRegistry().register({ [NAME]: event({ schema: { type: 'text' } }) }),
    ).toThrow();
  });

  it('says what it holds', () => {
    const registry = new SocketEventRegistry();
    registry.register({ [NAME]: event() });
    expect(registry.summaries()).toEqual([{ name: NAME, permission: 'conversation.post', schema: SCHEMA }]);
  });

  it('checks the right before the shape, and the shape before the handler', async () => {
    const registry = new SocketEventRegistry();
    let handled = 0;
    registry.register({
      [NAME]: event({
        handle: () => {
          handled += 1;
          return Promise.resolve({ message: {} as never });
        },
      }),
    });
    const code = (promise: Promise<unknown>) => promise.catch((error: { code: string }) => error.code);
    expect(await code(registry.handle(actor(), 'nobody.knows', {}, LINE))).toBe('realtime/unknown-event');
    expect(await code(registry.handle(actor('conversation.read'), NAME, 7, LINE))).toBe(
      'auth/permission-missing',
    );
    expect(await code(registry.handle(actor('conversation.post'), NAME, 7, LINE))).toBe('request/invalid');
    expect(handled).toBe(0);
    await registry.handle(actor('conversation.post'), NAME, { body: 'x' }, LINE);
    expect(handled).toBe(1);
  });

  it('names every field that is wrong as HTTP does', async () => {
    const registry = new SocketEventRegistry();
    registry.register({ [NAME]: event() });
    const wrong = { tags: ['a', 1], 'a/b': 1 };
    await expect(registry.handle(actor('conversation.post'), NAME, wrong, LINE)).rejects.toMatchObject({
      options: {
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: '/body', code: 'field/required' }),
          expect.objectContaining({ pointer: '/a~1b', code: 'field/unknown' }),
          expect.objectContaining({ pointer: '/tags/1', code: 'field/type' }),
        ]),
      },
    });
  });
});
