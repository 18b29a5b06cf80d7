import { readChecked } from '../../files/stored-files.js';
import { startTransfer } from '../../files/transfer.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { ATTACHMENT } from './attachment.js';
import { noteProgress, progressKey } from './file-progress.js';
import type { NoteProgress, OutgoingFile, OutgoingMessage } from './outbox.js';

/**
 * Uploads the files of a message one after the other and waits until each was checked. What has arrived is noted,
 * so that a reload does not begin anew.
 *
 * @returns their ids, in the order of the message
 * @throws ApiProblem `file/quarantined` where malware was found, and what the upload is refused with
 */
export async function sendFiles(message: OutgoingMessage, note: NoteProgress): Promise<string[]> {
  const { clientMessageId, organizationId } = message;
  const files = [...(message.files ?? [])];
  for (const [index, file] of files.entries()) {
    if (file.fileId !== undefined) continue;
    const key = progressKey(clientMessageId, index);
    try {
      const fileId = await sendFile(file, key, organizationId);
      files[index] = { ...file, fileId };
    } finally {
      noteProgress(key, null);
    }
    const known = await note({ files: [...files] });
    if (!known) throw new Error('The message was given up while its files were sent.');
  }
  return files.flatMap(({ fileId }) => fileId ?? []);
}

async function sendFile(
  { content, name }: OutgoingFile,
  key: string,
  organizationId: string,
): Promise<string> {
  noteProgress(key, { step: 'uploading', share: 0 });
  const id = await new Promise<string>((resolve, reject) => {
    const listeners = {
      onProgress: (sent: number, total: number) =>
        noteProgress(key, { step: 'uploading', share: total > 0 ? sent / total : 1 }),
      onStored: resolve,
      onProblem: reject,
    };
    startTransfer(new File([content], name, { type: content.type }), ATTACHMENT, listeners, organizationId);
  });
  noteProgress(key, { step: 'scanning', share: 1 });
  const { state } = await readChecked(id, new AbortController().signal, organizationId);
  if (state === 'quarantined') throw new ApiProblem(409, 'file/quarantined');
  return id;
}
