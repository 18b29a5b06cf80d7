import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileLink } from '../../files/file-link.js';
import { FileUpload } from '../../files/file-upload.js';
import { Picture } from '../../files/picture.js';
import { fileQuery } from '../../files/stored-files.js';
import { useText } from '../../i18n/use-text.js';
import type { EntryKind } from '../../lib/profile-entries.js';

/** What the files of entries are for, as the server calls it. */
const PURPOSE_OF: Readonly<Partial<Record<EntryKind, string>>> = {
  picture: 'profile-picture',
  certification: 'certificate-proof',
};
const PREVIEW_WIDTH = 320;

/** The file of an entry: a picture is shown, a proof is there to be saved; either may be replaced. */
export function EntryFileField(props: {
  kind: EntryKind;
  /** Empty: none yet. */
  fileId: string;
  /** What a picture shows, for those who do not see it. */
  shows: string;
  onChange: (fileId: string) => void;
}) {
  const { kind, fileId, shows, onChange } = props;
  const text = useText();
  const purpose = PURPOSE_OF[kind];
  if (purpose === undefined) return null;
  const isPicture = kind === 'picture';
  return (
    <>
      {fileId !== '' &&
        (isPicture ? (
          <Picture fileId={fileId} alt={shows} size={PREVIEW_WIDTH} />
        ) : (
          <Proof fileId={fileId} onRemove={() => onChange('')} />
        ))}
      <FileUpload
        purpose={purpose}
        label={text(isPicture ? 'profile.field.picture' : 'profile.field.proof')}
        onUploaded={({ id }) => onChange(id)}
      />
    </>
  );
}

function Proof({ fileId, onRemove }: { fileId: string; onRemove: () => void }) {
  const text = useText();
  const { data: file } = useQuery(fileQuery(fileId));
  if (!file) return null;
  return (
    <div>
      <FileLink file={file} />
      <Button variant="subtle" onClick={onRemove}>
        {text('profile.proof.remove')}
      </Button>
    </div>
  );
}
