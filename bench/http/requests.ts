import type { AccessTokens } from '#libs/platform/auth';
import type { LoadRequest } from './load.js';
import type { Seeded, Signer } from './seed.js';

/** About what people write to each other. */
const BODY =
  'Thank you for the offer. We could start with the night tour in May, for two groups of twenty guests each, ' +
  'and see how the harbour part works. 5월 일정은 다음 주에 알려 드리겠습니다.';

/** The requests of the bench, each by one of several signed-in people. */
export interface BenchRequests {
  /** Twenty companies of one country. */
  readonly list: () => LoadRequest;
  /** One company with aliases, country and members. */
  readonly one: () => LoadRequest;
  /** A message into one of the conversations. */
  readonly write: () => LoadRequest;
  /** A page of all companies. */
  readonly page: (limit: number, cursor?: string) => LoadRequest;
}

export function requestsOf(seeded: Seeded, tokens: AccessTokens): BenchRequests {
  const headers = new Map(seeded.signers.map((signer) => [signer, headersOf(signer, tokens)]));
  const officers = seeded.signers
    .filter(({ role }) => role === 'officer')
    .map((each) => headers.get(each) ?? {});
  const byPerson = new Map(seeded.signers.map((signer) => [signer.personId, headers.get(signer) ?? {}]));
  const read = (path: string): LoadRequest => ({ method: 'GET', path, headers: anyOf(officers) });
  let written = 0;
  return {
    list: () => read('/api/v1/organizations?kind=sme&country=KR&limit=20'),
    one: () => read(`/api/v1/organizations/${anyOf(seeded.organizationIds)}`),
    page: (limit, cursor) =>
      read(`/api/v1/organizations?kind=sme&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`),
    write: () => {
      const { conversationId, personId } = anyOf(seeded.seats);
      written += 1;
      return {
        method: 'POST',
        path: `/api/v1/conversations/${conversationId}/messages`,
        headers: { ...byPerson.get(personId), 'content-type': 'application/json' },
        body: JSON.stringify({ clientMessageId: `bench-${written}`, body: BODY }),
      };
    },
  };
}

/** Both servers get the same headers; the raw one, which knows nobody, believes the last two. */
function headersOf(signer: Signer, tokens: AccessTokens): Record<string, string> {
  return {
    authorization: `Bearer ${tokens.issue(signer.personId, signer.sessionId).accessToken}`,
    'x-organization-id': signer.organizationId,
    'x-person-id': signer.personId,
  };
}

function anyOf<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('Nothing was seeded.');
  return item;
}
