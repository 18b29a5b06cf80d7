import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LangText } from '../../../components/lang-text.js';
import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { Tag } from '../../../components/tag.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { type ProposalPart, partsQuery } from './dossiers.js';

/** Proposals in which the organization, or its reader, has a part; what waits for an answer is marked. */
export function PartsList() {
  const text = useText();
  const { id, slug } = useActingOrganization();
  const { data } = useQuery(partsQuery(id));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('dossier.parts')}
      rows={data.items.map((part) => (
        <li key={part.proposalId} className={record.row}>
          <div className={record.main}>
            <Link
              to="/o/$organization/proposals/$proposalId"
              params={{ organization: slug, proposalId: part.proposalId }}
            >
              <LangText language={part.language}>{part.title}</LangText>
            </Link>
            <p className={record.sub}>{part.organizationName}</p>
          </div>
          <div className={record.side}>
            <PartTags part={part} />
          </div>
        </li>
      ))}
    />
  );
}

function PartTags({ part: { partner, letter, coauthorState } }: { part: ProposalPart }) {
  const text = useText();
  return (
    <>
      {partner && (
        <Tag tone={partner === 'invited' ? 'warning' : 'neutral'}>{text(`dossier.partner.${partner}`)}</Tag>
      )}
      {letter && (
        <Tag tone={letter === 'asked' ? 'warning' : 'neutral'}>{text(`dossier.letter.${letter}`)}</Tag>
      )}
      {coauthorState && (
        <Tag tone={coauthorState === 'invited' ? 'warning' : 'neutral'}>
          {text(`dossier.coauthor.${coauthorState}`)}
        </Tag>
      )}
    </>
  );
}
