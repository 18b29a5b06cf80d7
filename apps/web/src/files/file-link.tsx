import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../components/problem-notice.js';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../lib/api-problem.js';
import styles from './files.module.css';
import { mebibytes } from './file-limits.js';
import { readFile, type StoredFile } from './stored-files.js';

type Facts = Pick<StoredFile, 'id' | 'name' | 'size'> & Partial<Pick<StoredFile, 'scanned'>>;

/** A file to be saved. Its link lives for a minute, so it is asked for when it is wanted. */
export function FileLink({ file }: { file: Facts }) {
  const text = useText();
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    const { link, state } = await readFile(file.id);
    if (!link) throw new ApiProblem(409, state === 'quarantined' ? 'file/quarantined' : 'file/not-ready');
    const anchor = document.createElement('a');
    anchor.href = link.url;
    anchor.download = file.name;
    anchor.click();
  };
  return (
    <div className={styles.upload}>
      <div className={styles.actions}>
        <Button
          variant="default"
          aria-label={text('files.save', { name: file.name })}
          onClick={() => void save().catch(setProblem)}
        >
          <bdi>{file.name}</bdi>
        </Button>
        <span className={styles.hint}>
          {text('files.size', { mebibytes: Math.max(mebibytes(file.size), 0.1) })}
          {file.scanned === 'not_scanned' && ` · ${text('files.not-scanned')}`}
        </span>
      </div>
      {problem !== null && <ProblemNotice error={problem} />}
    </div>
  );
}
