/** The same shapes as in docs/openapi.json, by hand, as one would write them without TTN. */
const text = { type: 'string' };
const textOrNull = { type: 'string', nullable: true };
const numberOrNull = { type: 'number', nullable: true };
const flag = { type: 'boolean' };
const texts = { type: 'array', items: text };

const card = {
  id: text,
  slug: text,
  name: text,
  nameLocal: textOrNull,
  kind: text,
  country: text,
  city: textOrNull,
  cityId: textOrNull,
  state: text,
  tpoMembership: text,
  fictional: flag,
  demo: flag,
};

const member = {
  personId: text,
  displayName: text,
  latinName: textOrNull,
  role: text,
  signatory: flag,
  joinedAt: text,
  version: { type: 'number' },
};

export const LIST_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kind: texts,
    country: { type: 'array', items: { type: 'string', pattern: '^[A-Z]{2}$' } },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    cursor: { type: 'string', maxLength: 1024 },
  },
};

export const LIST_ANSWER = {
  type: 'object',
  properties: {
    items: { type: 'array', items: { type: 'object', properties: card } },
    nextCursor: textOrNull,
  },
};

export const ID_PARAMS = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' } },
};

export const ONE_ANSWER = {
  type: 'object',
  properties: {
    ...card,
    countryNames: { type: 'array', items: { type: 'object', properties: { language: text, text } } },
    languages: texts,
    adminRegion: textOrNull,
    lat: numberOrNull,
    lon: numberOrNull,
    populationApprox: numberOrNull,
    certainty: textOrNull,
    membershipSource: textOrNull,
    membershipNote: textOrNull,
    aliases: texts,
    statedAliases: texts,
    website: textOrNull,
    registrationNumber: textOrNull,
    emailDomain: textOrNull,
    memberCount: { type: 'number' },
    members: { type: 'array', items: { type: 'object', properties: member } },
    abilities: {
      type: 'object',
      properties: { update: flag, seeMembers: flag, manageMembers: flag, inviteOwner: flag, merge: flag },
    },
    version: { type: 'number' },
    createdAt: text,
    updatedAt: text,
  },
};

export const MESSAGE = {
  type: 'object',
  required: ['clientMessageId', 'body'],
  additionalProperties: false,
  properties: {
    clientMessageId: { type: 'string', pattern: '^[\\w-]{1,64}$' },
    body: { type: 'string', minLength: 1, maxLength: 8000 },
    language: { type: 'string', maxLength: 35 },
  },
};

export const MESSAGE_ANSWER = {
  type: 'object',
  properties: {
    id: text,
    conversationId: text,
    seq: { type: 'number' },
    clientMessageId: text,
    senderId: text,
    senderOrganizationId: text,
    body: text,
    language: textOrNull,
    postedAt: text,
    duplicate: flag,
  },
};
