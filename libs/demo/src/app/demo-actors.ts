import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats } from './demo-seats.js';

/** Who acts once the seats are taken: the person of an organization. */
@Injectable()
export class DemoActors {
  constructor(
    private readonly seats: DemoSeats,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of(directory: Directory, slug: string): Promise<Actor> {
    const organization = memberOf(directory, slug);
    const [member] = await this.organizations.membersOf(organization.id);
    if (!member) throw new Error(`Nobody of the demo acts for ${slug}.`);
    const { personId, role } = member;
    return {
      ...this.seats.actorFor(organization),
      personId,
      organization: { id: organization.id, kind: organization.kind, role, signatory: true },
      permissions: new Set(permissionsOf(organization.kind, role)),
    };
  }
}

const DAY = 86_400_000;

/** A day so many days from now, by UTC. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}
