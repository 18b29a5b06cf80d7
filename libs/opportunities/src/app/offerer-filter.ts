import { Injectable } from '@nestjs/common';
import { ActiveOrganizationsReader } from '#libs/organizations';

/** Who offers what is sought; empty asks nothing. */
export interface OffererQuery {
  readonly kinds: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly organizationIds: readonly string[];
}

/** Turns what is asked of organizations into their ids. */
@Injectable()
export class OffererFilter {
  constructor(private readonly organizations: ActiveOrganizationsReader) {}

  /** Null where nothing is asked. */
  async ids({ kinds, countries, organizationIds }: OffererQuery): Promise<string[] | null> {
    const isNamed = organizationIds.length > 0;
    if (kinds.length === 0 && countries.length === 0) return isNamed ? [...organizationIds] : null;
    return (await this.organizations.all())
      .filter(
        ({ id, kind, country }) =>
          (!isNamed || organizationIds.includes(id)) &&
          (kinds.length === 0 || kinds.includes(kind)) &&
          (countries.length === 0 || countries.includes(country)),
      )
      .map(({ id }) => id);
  }
}
