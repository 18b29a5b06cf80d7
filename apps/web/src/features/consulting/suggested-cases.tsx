import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CaseText } from './case-text.js';
import { suggestionsQuery } from './consulting-way.js';
import type { RequestForm } from './request-form.js';

const PAUSE_MS = 800;
/** A question this short is about everything. */
const LEAST = 12;

/** Past cases that may answer what is being written, before an expert is asked. */
export function SuggestedCases({ form }: { form: RequestForm }) {
  const text = useText();
  const organization = useActingOrganization();
  const { language, title, areas } = form;
  const [asked] = useDebouncedValue({ language, title, areas, text: form.text }, PAUSE_MS);
  const { data } = useQuery({
    ...suggestionsQuery(organization.id, asked),
    enabled: asked.title.length + asked.text.length >= LEAST,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('way.cases.for-you')}
      rows={data.items.map((found) => (
        <li key={found.id} className={record.row}>
          <div className={record.main}>
            <CaseText found={found} />
          </div>
        </li>
      ))}
    />
  );
}
