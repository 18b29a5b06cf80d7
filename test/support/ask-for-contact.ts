import { ActorSession } from './actor-session.js';
import { accountOf, type RunningSystem } from './running-system.js';

/** One organization asks another whether it may write to it: there is something new for whoever reads there. */
export async function askForContact(system: RunningSystem, from: string, to: string): Promise<void> {
  const sessionOf = (name: string) =>
    ActorSession.signIn(system.apis[0]?.url ?? '', accountOf(name, system.accounts));
  const { organizationId: toOrganizationId } = await sessionOf(to);
  const { api } = await sessionOf(from);
  const { error } = await api.POST('/api/v1/contact-requests', {
    body: { toOrganizationId, message: 'May we write to you?' },
  });
  expect(error).toBeUndefined();
}
