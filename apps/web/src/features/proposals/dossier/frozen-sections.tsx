import type { RichText } from '#libs/contracts';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { api, read } from '../../../lib/api.js';
import { proposalsKey } from '../../../lib/proposals.js';
import { RichTextView } from '../writing/rich-text-view.js';
import { SECTIONS } from './sections.js';

/** The long texts as they were handed in; nobody writes here, so no editor is fetched. */
export function FrozenSections(props: { proposalId: string; number: number; language: string }) {
  const { proposalId: id, number, language } = props;
  const text = useText();
  const organization = useActingOrganization();
  const { data, error } = useQuery({
    queryKey: [...proposalsKey(organization.id), id, 'versions', number],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/versions/{number}', { params: { path: { id, number } }, signal })),
  });
  if (!data) return error ? <ProblemNotice error={error} /> : <Waiting rows={2} height={96} />;
  const { dossier } = data.content as { dossier?: { sections?: Record<string, RichText> } };
  const written = SECTIONS.flatMap((key) => {
    const section = dossier?.sections?.[key];
    return section ? [{ key, section }] : [];
  });
  if (written.length === 0) return null;
  return (
    <Panel title={text('dossier.sections')}>
      <div className={record.stack}>
        {written.map(({ key, section }) => (
          <section key={key} data-section={key}>
            <h3 className={record.strong}>{text(`dossier.section.${key}`)}</h3>
            <RichTextView text={section} lang={language} />
          </section>
        ))}
      </div>
    </Panel>
  );
}
