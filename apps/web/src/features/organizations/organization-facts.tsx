import { useIntl } from 'react-intl';
import { Facts } from '../../records/facts.js';
import { LangText } from '../../components/lang-text.js';
import { OrganizationName } from '../../records/organization-name.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { homeLanguage } from '../../lib/home-language.js';
import type { Organization } from '../../lib/organizations.js';

/** What is known of an organization; of cities also how sure their membership is, and from where it is known. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const text = useText();
  const { formatList, formatNumber } = useIntl();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const { kind, country, city, cityId, certainty, membershipNote, membershipSource } = organization;
  const isCity = kind === 'city';
  return (
    <Facts
      facts={[
        [text('organizations.country'), countryName(country)],
        ...(isCity
          ? [[text('organizations.region'), organization.adminRegion] as const]
          : [
              [
                text('organizations.city'),
                cityId ? <OrganizationName key="city" id={cityId} /> : city,
              ] as const,
            ]),
        [
          text('organizations.languages'),
          organization.languages.length > 0 && formatList(organization.languages.map(languageName)),
        ],
        [text('organizations.membership'), text(`organizations.membership.${organization.tpoMembership}`)],
        ...(isCity
          ? [
              [
                text('organizations.certainty'),
                certainty && (
                  <>
                    <p>{text(`organizations.certainty.${certainty}`)}</p>
                    {membershipNote && (
                      <LangText as="p" language="en">
                        {membershipNote}
                      </LangText>
                    )}
                    {membershipSource && <Sources written={membershipSource} />}
                  </>
                ),
              ] as const,
              [
                text('organizations.population'),
                organization.populationApprox !== null &&
                  text('organizations.population.about', {
                    count: formatNumber(organization.populationApprox),
                  }),
              ] as const,
            ]
          : []),
        ...(organization.website
          ? [
              [
                text('organizations.website'),
                <a key="website" href={organization.website} rel="noreferrer">
                  {organization.website}
                </a>,
              ] as const,
            ]
          : []),
        ...(organization.aliases.length > 0
          ? [
              [
                text('organizations.aliases'),
                <LangText key="aliases" language={homeLanguage(country)}>
                  {organization.aliases.join(' · ')}
                </LangText>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

/** Where the membership is known from: pages by their address; documents of the programme have none. */
function Sources({ written }: { written: string }) {
  const text = useText();
  const sources = written.split(';').map((source) => source.trim());
  const pages = [...new Set(sources.filter((source) => /^https?:/.test(source)))];
  const hasDocuments = sources.some((source) => source.endsWith('.txt'));
  return (
    <ul>
      {hasDocuments && <li>{text('organizations.source.documents')}</li>}
      {pages.map((page) => (
        <li key={page}>
          <a href={page} rel="noreferrer">
            {page}
          </a>
        </li>
      ))}
    </ul>
  );
}
