import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { ClientEventName, ServerEventName } from '#libs/contracts';
import { RealtimeServer } from '#libs/platform/realtime';
import { Network } from '../messaging/network.js';

interface Schema {
  required?: string[];
  properties?: Record<string, Schema>;
  type?: string;
  additionalProperties?: boolean;
}
interface Document {
  channels: { root: { messages: Record<string, { $ref: string }> } };
  operations: Record<string, { action: string; messages: { $ref: string }[] }>;
  components: {
    messages: Record<string, { name: string; payload: Schema; examples?: { payload: unknown }[] }>;
    schemas: Record<string, Schema>;
  };
}

const document = parse(
  readFileSync(join(import.meta.dirname, '../../../docs/asyncapi.yaml'), 'utf8'),
) as Document;

/** Both lists are checked by the compiler against the contract: neither may lack a name or have one too many. */
const ASKED: Record<ClientEventName, true> = {
  'messaging.post-message': true,
  'messaging.watch-presence': true,
  'messaging.type': true,
};
const PUSHED: Record<ServerEventName, true> = {
  'messaging.message-posted': true,
  'messaging.message-changed': true,
  'messaging.conversation-opened': true,
  'messaging.conversation-changed': true,
  'messaging.seat-ended': true,
  'messaging.conversation-read': true,
  'messaging.conversation-seen': true,
  'messaging.presence-changed': true,
  'messaging.presence-reset': true,
  'messaging.typing': true,
  'admission.recommendations-changed': true,
  'proposals.comments-changed': true,
  'matchmaking.matches-refreshed': true,
  'notifications.notice-added': true,
  'notifications.notices-changed': true,
  'session.ended': true,
};

const namesOf = (action: string) =>
  Object.values(document.operations)
    .filter((operation) => operation.action === action)
    .flatMap(({ messages }) => messages.map(({ $ref }) => $ref.split('/').at(-1) ?? ''))
    .sort();

describe('docs/asyncapi.yaml', () => {
  it('names every event of the contract, each once, in its direction', () => {
    expect(namesOf('receive')).toEqual(Object.keys(ASKED).sort());
    expect(namesOf('send')).toEqual(Object.keys(PUSHED).sort());
    const named = Object.keys(document.channels.root.messages).sort();
    expect(named).toEqual(Object.keys(document.components.messages).sort());
    for (const [key, { name }] of Object.entries(document.components.messages)) expect(name).toBe(key);
  });

  it('describes what clients send as the server checks it', async () => {
    const network = await Network.start(1);
    const table = network.process(0).app.get(RealtimeServer).table();
    await network.stop();
    expect(table.map(({ name }) => name)).toEqual(Object.keys(ASKED));
    for (const { name, schema } of table) {
      const described = document.components.messages[name]?.payload;
      expect(shapeOf(described)).toEqual(shapeOf(schema as Schema));
    }
  });

  it('has examples that fit their schemas, and schemas that compile', () => {
    const ajv = addFormats.default(new Ajv({ strict: false }));
    ajv.addSchema({ $id: 'asyncapi', ...document });
    for (const [name, { payload, examples = [] }] of Object.entries(document.components.messages)) {
      const inDocument = JSON.parse(JSON.stringify(payload).replaceAll('"#/', '"asyncapi#/')) as Schema;
      const validate = ajv.compile(inDocument);
      for (const example of examples)
        expect([name, validate(example.payload), validate.errors]).toEqual([name, true, null]);
    }
  });
});

/** Names, types and what is required; words for people left out. */
function shapeOf(schema: Schema | undefined): unknown {
  return {
    type: schema?.type,
    required: schema?.required,
    additionalProperties: schema?.additionalProperties,
    properties: Object.fromEntries(
      Object.entries(schema?.properties ?? {}).map(([name, { type }]) => [name, type]),
    ),
  };
}
