import { Button } from '@mantine/core';
import { FileLink } from '../../files/file-link.js';
import { FileUpload } from '../../files/file-upload.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Application } from './applications.js';

/** The paper that says the organization exists. */
export function DocumentStep(props: {
  document: Application['document'];
  onChange: (fileId: string) => void;
}) {
  const { document, onChange } = props;
  const text = useText();
  return (
    <div className={forms.section} id="documentFileId" tabIndex={-1}>
      {document && (
        <div>
          <p className={forms.legend}>{text('admission.document.attached')}</p>
          <FileLink file={document} />
          <Button variant="subtle" onClick={() => onChange('')}>
            {text('admission.document.remove')}
          </Button>
        </div>
      )}
      <FileUpload
        purpose="registration-document"
        label={text(document ? 'admission.document.another' : 'admission.document')}
        onUploaded={({ id }) => onChange(id)}
      />
      <p className={forms.note}>{text('admission.document.note')}</p>
    </div>
  );
}
