const FIELDS: Readonly<Record<string, string>> = {
  offer: 'offers',
  seek: 'seeks',
  theme: 'themes',
  sector: 'sectors',
  market: 'markets',
  area: 'consultingAreas',
  language: 'languages',
  month: 'operatingMonths',
  mode: 'modes',
  capacity: 'capacity',
  certification: 'certifications',
};

/** The field of the profile's form that states facts of a type; its id there. Empty where there is none. */
export function profileField(type: string | undefined): string {
  return FIELDS[type ?? ''] ?? '';
}
