import { randomUUID } from 'node:crypto';
import { createApiClient } from '#libs/api-client';
import type { ActorSession } from './actor-session.js';
import type { DemoAccount, RunningSystem } from './running-system.js';
import { waitFor } from './wait.js';

/** What is needed of a city to find or invite who acts for it. */
export interface NamedCity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The account of the owner of a member city: of the demo, or by the secretariat's invitation, since nobody acts for it yet. */
export async function ownerOf(
  city: NamedCity,
  system: RunningSystem,
  secretariat: ActorSession,
): Promise<DemoAccount> {
  const known = system.accounts.find(({ organization }) => organization === city.name);
  if (known) return known;
  const account = {
    role: 'city',
    organization: city.name,
    email: `${city.slug}@example.org`,
    password: randomUUID(),
  };
  const invited = await secretariat.api.POST('/api/v1/organizations/{id}/invitations', {
    params: { path: { id: city.id } },
    body: { email: account.email, role: 'owner' },
  });
  if (!invited.data) throw new Error(`Inviting ${city.name}: ${JSON.stringify(invited.error)}`);
  const token = await tokenMailedTo(account.email, system, secretariat);
  const registered = await createApiClient(secretariat.baseUrl).POST('/api/v1/invitations/register', {
    body: { token, password: account.password, displayName: city.name, timeZone: 'UTC' },
  });
  if (!registered.data) throw new Error(`Registering ${city.name}: ${JSON.stringify(registered.error)}`);
  return account;
}

/** What the link of the newest mail to an address holds. */
function tokenMailedTo(address: string, system: RunningSystem, secretariat: ActorSession): Promise<string> {
  const look = async (): Promise<string | undefined> => {
    const { data } = await secretariat.api.GET('/api/v1/captured-mails', {
      params: { query: { limit: 100 } },
    });
    const card = data?.items.find(({ to }) => to === address);
    if (!card) return undefined;
    const mail = await secretariat.api.GET('/api/v1/captured-mails/{id}', {
      params: { path: { id: card.id } },
    });
    return mail.data && /#token=(\S+)/.exec(mail.data.text)?.[1];
  };
  return waitFor(`the mail to ${address}`, look, { timeoutMs: 30_000, dump: () => system.logs() });
}
