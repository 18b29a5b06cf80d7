import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { SectionWriter } from '../writing/section-writer.js';
import { WritingRoom } from '../writing/writing-room.js';
import { Writers, WritingState } from '../writing/writing-state.js';
import type { Dossier } from './dossiers.js';
import { commentsQuery, usePushedComments } from './section-comments.js';
import { SectionTalk } from './section-talk.js';
import { SECTIONS } from './sections.js';

const MAX_SECTION = 20_000;

/** The long texts, written together by everybody who may, and what is said about them. */
export function SectionsPanel({ dossier, language }: { dossier: Dossier; language: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const { proposalId, relation } = dossier;
  const comments = useQuery({
    ...commentsQuery(organization.id, proposalId),
    enabled: relation !== 'supporter',
  });
  usePushedComments(proposalId);
  return (
    <WritingRoom key={proposalId} proposalId={proposalId} organizationId={organization.id}>
      <Panel title={text('dossier.sections')} aside={<WritingState />}>
        <div className={record.block}>
          <Writers />
          {SECTIONS.map((key) => (
            <div key={key}>
              <SectionWriter
                sectionKey={key}
                label={text(`dossier.section.${key}`)}
                note={text(`dossier.section.${key}.note`)}
                lang={language}
                maxLength={MAX_SECTION}
                readOnly={!dossier.abilities.edit}
              />
              {comments.data && (
                <SectionTalk proposalId={proposalId} section={key} comments={comments.data} />
              )}
            </div>
          ))}
        </div>
      </Panel>
    </WritingRoom>
  );
}
