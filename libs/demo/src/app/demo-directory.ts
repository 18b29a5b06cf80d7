import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { CreateOrganization, OrganizationsReader } from '#libs/organizations';
import { SaveProfile } from '#libs/profiles';
import { CITY_PROFILES } from '../domain/city-profiles.js';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import {
  capacityOf,
  feesOf,
  type SampleConsultant,
  type SampleData,
  type SampleSme,
  slugOf,
} from '../domain/sample-records.js';
import { FillProfiles } from './fill-profiles.js';
import { DEMO_REQUEST, DemoSeats, type SeatedOrganization } from './demo-seats.js';

/** The organizations of the demo: by the id of the sample record, by `city:<slug>` and by slug. */
export type Directory = Map<string, SeatedOrganization>;

/** The organization under `key`; the demo's own files name no other. */
export function memberOf(directory: Directory, key: string): SeatedOrganization {
  const organization = directory.get(key);
  if (!organization) throw new Error(`The demo has no organization ${key}.`);
  return organization;
}

const ENGAGEMENTS_AT_ONCE = 3;

/** Adds the fictional organizations with their profiles to the imported cities. */
@Injectable()
export class DemoDirectory {
  constructor(
    private readonly createOrganization: CreateOrganization,
    private readonly organizations: OrganizationsReader,
    private readonly saveProfile: SaveProfile,
    private readonly entries: FillProfiles,
    private readonly seats: DemoSeats,
  ) {}

  async build(sample: SampleData, organizationName: string): Promise<Directory> {
    const directory = await this.cities();
    const secretariat = { kind: 'secretariat' as const, country: 'KR', fictional: false, city: 'busan' };
    await this.add(directory, SECRETARIAT_SLUG, {
      ...secretariat,
      name: organizationName,
      languages: ['en', 'ko'],
    });
    for (const profile of CITY_PROFILES) {
      const city = memberOf(directory, `city:${profile.city}`);
      const { city: _slug, ...content } = profile;
      const actor = this.seats.actorFor(city);
      await this.saveProfile.execute(actor, city.id, content);
      await this.entries.city(actor, city.id, profile.city, profile.language);
    }
    for (const sme of sample.smes) await this.addSme(directory, sme);
    for (const consultant of sample.consultants) await this.addConsultant(directory, consultant);
    return directory;
  }

  private async cities(): Promise<Directory> {
    const places = await this.organizations.places();
    const cards = await this.organizations.cards(places.map(({ id }) => id));
    const seated = [...cards.values()].map(({ id, slug, name, kind }) => ({ id, slug, name, kind }));
    return new Map(
      seated.flatMap((city) => [[`city:${city.slug}`, city] as const, [city.slug, city] as const]),
    );
  }

  private async addSme(directory: Directory, sme: SampleSme): Promise<void> {
    const organization = await this.addSample(directory, sme, 'sme');
    await this.saveProfile.execute(this.seats.actorFor(organization), organization.id, {
      language: sme.profile_language,
      summary: sme.profile,
      offerText: sme.offer_text,
      seekText: sme.seek_text,
      sectors: [sme.sector, ...sme.other_sectors],
      themes: sme.themes,
      offers: sme.offers,
      seeks: sme.seeks,
      markets: sme.target_markets,
      languages: sme.languages_spoken,
      certifications: sme.certifications,
      capacity: capacityOf(sme.capacity),
      operatingMonths: sme.operating_months,
    });
    await this.entries.sme(this.seats.actorFor(organization), organization.id, sme);
  }

  private async addConsultant(directory: Directory, consultant: SampleConsultant): Promise<void> {
    const organization = await this.addSample(directory, consultant, 'consultancy');
    await this.saveProfile.execute(this.seats.actorFor(organization), organization.id, {
      language: consultant.profile_language,
      summary: consultant.profile,
      themes: consultant.themes,
      offers: consultant.offers,
      languages: consultant.languages_spoken,
      consultingAreas: consultant.consulting_areas,
      modes: consultant.modes,
      fees: feesOf(consultant),
      loadLimit: ENGAGEMENTS_AT_ONCE,
    });
  }

  private async addSample(
    directory: Directory,
    record: SampleSme | SampleConsultant,
    kind: 'sme' | 'consultancy',
  ): Promise<SeatedOrganization> {
    const organization = await this.add(directory, slugOf(record.name_en), {
      kind,
      name: record.name_en,
      nameLocal: record.name,
      country: record.country_iso2,
      city: record.city,
      languages: record.languages_spoken,
      fictional: true,
    });
    directory.set(record.id, organization);
    return organization;
  }

  private async add(
    directory: Directory,
    slug: string,
    { city, ...record }: NewOrganization,
  ): Promise<SeatedOrganization> {
    const cityId = directory.get(`city:${city}`)?.id;
    const input = { ...record, slug, cityId, demo: true };
    const { organizationId } = await this.createOrganization.execute(systemActor(DEMO_REQUEST), input);
    const organization = { id: organizationId, slug, name: record.name, kind: record.kind };
    directory.set(slug, organization);
    return organization;
  }
}

interface NewOrganization {
  kind: 'sme' | 'consultancy' | 'secretariat';
  name: string;
  nameLocal?: string;
  country: string;
  /** Slug of the member city it sits in. */
  city: string;
  languages: string[];
  fictional: boolean;
}
