import { homeLanguage } from '../lib/home-language.js';
import type { Organization } from '../lib/organizations.js';
import { LangText } from './lang-text.js';
import record from './record.module.css';

type Named = Pick<Organization, 'name' | 'nameLocal' | 'country'>;

/** The name of an organization and how it is written at home. */
export function BothNames({ organization: { name, nameLocal, country } }: { organization: Named }) {
  return (
    <>
      {name}
      {nameLocal && nameLocal !== name && (
        <LangText language={homeLanguage(country)} className={record.native}>
          {nameLocal}
        </LangText>
      )}
    </>
  );
}
