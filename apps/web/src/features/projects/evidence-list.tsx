import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { FileLink } from '../../files/file-link.js';
import { fileQuery } from '../../files/stored-files.js';
import { useText } from '../../i18n/use-text.js';
import { type Milestone, type Project, useMilestoneStep } from './projects.js';

interface Props {
  project: Project;
  milestone: Milestone;
}

/** The files that show what was reached; taken out again until it is handed in. */
export function EvidenceList({ project, milestone }: Props) {
  return milestone.evidence.map((evidence) => (
    <EvidenceRow key={evidence.id} project={project} milestone={milestone} evidence={evidence} />
  ));
}

function EvidenceRow({ project, milestone, evidence }: Props & { evidence: Milestone['evidence'][number] }) {
  const text = useText();
  const { data: file } = useQuery(fileQuery(evidence.fileId));
  const step = useMilestoneStep(project, milestone);
  return (
    <div className={record.head}>
      {file ? <FileLink file={file} /> : <span>{evidence.title}</span>}
      {milestone.abilities.submit && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${text('projects.take-out')}: ${evidence.title}`}
          loading={step.isPending}
          onClick={() => step.mutate({ verb: 'remove-file', evidenceId: evidence.id })}
        >
          {text('projects.take-out')}
        </Button>
      )}
      {step.error && <ProblemNotice error={step.error} />}
    </div>
  );
}
