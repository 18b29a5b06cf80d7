import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { SectionWriter } from '../writing/section-writer.js';
import { WritingRoom } from '../writing/writing-room.js';
import { Writers, WritingState } from '../writing/writing-state.js';
import type { Dossier } from './dossiers.js';

const SECTIONS = ['need', 'approach', 'impact', 'risks'] as const;
const MAX_SECTION = 20_000;

/** The long texts, written together by everybody who may. */
export function SectionsPanel({ dossier, language }: { dossier: Dossier; language: string }) {
  const text = useText();
  const organization = useActingOrganization();
  return (
    <WritingRoom key={dossier.proposalId} proposalId={dossier.proposalId} organizationId={organization.id}>
      <Panel title={text('dossier.sections')} aside={<WritingState />}>
        <div className={record.block}>
          <Writers />
          {SECTIONS.map((key) => (
            <SectionWriter
              key={key}
              sectionKey={key}
              label={text(`dossier.section.${key}`)}
              note={text(`dossier.section.${key}.note`)}
              lang={language}
              maxLength={MAX_SECTION}
              readOnly={!dossier.abilities.edit}
            />
          ))}
        </div>
      </Panel>
    </WritingRoom>
  );
}
