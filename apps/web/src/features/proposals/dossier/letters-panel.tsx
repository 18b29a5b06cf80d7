import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { Tag } from '../../../components/tag.js';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { type Dossier, useAct } from './dossiers.js';
import { OrganizationSearch } from './organization-search.js';

const TONES = { asked: 'warning', given: 'success', declined: 'neutral', revoked: 'danger' } as const;

/** Letters of support by cities, each in its state; nothing where there are none, and none can be asked for. */
export function LettersPanel({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { proposalId: id, letters, abilities } = dossier;
  const ask = useAct(id, (organizationId: string) =>
    read(api.POST('/api/v1/proposals/{id}/letters', { params: { path: { id } }, body: { organizationId } })),
  );
  const standing = letters.filter(({ state }) => state === 'asked' || state === 'given');
  if (letters.length === 0 && !abilities.edit) return null;
  return (
    <Panel
      title={text('dossier.letters')}
      rows={letters.map((letter) => (
        <li key={letter.organizationId} className={record.entry}>
          <div className={record.line}>
            <strong>{letter.name}</strong>
            <Tag tone={TONES[letter.state]}>{text(`dossier.letter.${letter.state}`)}</Tag>
            {letter.dated && <LocalTime at={letter.dated} />}
          </div>
          {letter.body && letter.language && (
            <LangText as="p" language={letter.language} className={record.prose}>
              {letter.body}
            </LangText>
          )}
          {letter.reason && <p className={record.sub}>{letter.reason}</p>}
        </li>
      ))}
    >
      {abilities.edit && <p className={record.sub}>{text('dossier.letters.note')}</p>}
      {abilities.edit && (
        <OrganizationSearch
          name="ask-letter"
          label={text('dossier.letters.search')}
          action={text('dossier.letters.ask')}
          kind="city"
          without={standing.map(({ organizationId }) => organizationId)}
          onChoose={ask.mutate}
        />
      )}
      {ask.error && <ProblemNotice error={ask.error} />}
    </Panel>
  );
}
