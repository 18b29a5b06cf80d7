import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { FileLink } from '../../../files/file-link.js';
import { FileUpload } from '../../../files/file-upload.js';
import { fileQuery } from '../../../files/stored-files.js';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { type Dossier, useAct } from './dossiers.js';

const PURPOSE = 'proposal-annex';

/** Files that go with the proposal. */
export function AnnexesPanel({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { annexes, abilities } = dossier;
  return (
    <Panel
      title={text('dossier.annexes')}
      rows={annexes.map((annex) => (
        <AnnexRow key={annex.id} dossier={dossier} annex={annex} />
      ))}
    >
      {abilities.edit ? (
        <AddAnnex dossier={dossier} questionKey={null} label={text('dossier.annexes.add')} />
      ) : (
        annexes.length === 0 && <p className={record.sub}>{text('ledger.not-stated')}</p>
      )}
    </Panel>
  );
}

/** Takes a file for the proposal, or for one question of the form. */
export function AddAnnex(props: { dossier: Dossier; questionKey: string | null; label: string }) {
  const { dossier, questionKey, label } = props;
  const { proposalId: id } = dossier;
  const add = useAct(id, (file: { id: string; name: string }) =>
    read(
      api.POST('/api/v1/proposals/{id}/annexes', {
        params: { path: { id } },
        body: { fileId: file.id, title: file.name, questionKey },
      }),
    ),
  );
  return (
    <>
      <FileUpload purpose={PURPOSE} label={label} onUploaded={add.mutate} />
      {add.error && <ProblemNotice error={add.error} />}
    </>
  );
}

function AnnexRow({ dossier, annex }: { dossier: Dossier; annex: Dossier['annexes'][number] }) {
  const text = useText();
  const { proposalId: id, abilities } = dossier;
  const { data: file } = useQuery(fileQuery(annex.fileId));
  const remove = useAct(id, () =>
    read(
      api.POST('/api/v1/proposals/{id}/annexes/{annexId}/remove', {
        params: { path: { id, annexId: annex.id } },
      }),
    ),
  );
  const question = dossier.call?.form.find(({ key }) => key === annex.questionKey);
  return (
    <li className={record.row}>
      <div className={record.main}>
        {file ? <FileLink file={file} /> : annex.title}
        {question && (
          <p className={record.sub} lang={dossier.call?.language}>
            {question.words}
          </p>
        )}
        {remove.error && <ProblemNotice error={remove.error} />}
      </div>
      {abilities.edit && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${text('dossier.take-out')}: ${annex.title}`}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {text('dossier.take-out')}
        </Button>
      )}
    </li>
  );
}
