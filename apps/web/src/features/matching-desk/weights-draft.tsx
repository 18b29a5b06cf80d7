import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorSummary } from '../../components/error-summary.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { DeskTabs } from './desk-tabs.js';
import styles from './matching-desk.module.css';
import {
  changedRelations,
  fieldOf,
  readDraft,
  readSide,
  readWeight,
  shareField,
  type WeightsFault,
  type WrittenRelation,
  writtenWeights,
} from './weights-form.js';
import {
  type Relation,
  type RelationWeights,
  useDraftWeights,
  weightsListQuery,
} from './weights-requests.js';
import { FEATURES, RELATIONS, shareOf, SIDES, useWeightNames } from './weights.js';

const MAX_NOTE = 1_000;

/** Other weights, written beside those in use; nothing is compared by them until they are put to use. */
export function WeightsDraft() {
  const text = useText();
  const organization = useActingOrganization();
  const { first, error } = usePages(weightsListQuery(organization.id));
  return (
    <>
      <PageTitle title={text('weights.draft')} lead={text('weights.draft.lead')} />
      <DeskTabs />
      {error && !first && <ProblemNotice error={error} />}
      {!first && !error && <Waiting rows={3} height={160} />}
      {first && <DraftForm inUse={first.inUse.relations} />}
    </>
  );
}

function DraftForm({ inUse }: { inUse: RelationWeights[] }) {
  const text = useText();
  const { formatList } = useIntl();
  const { slug } = useActingOrganization();
  const navigate = useNavigate();
  const [used] = useState(() => writtenWeights(inUse));
  const [written, setWritten] = useState(used);
  const [relation, setRelation] = useState<Relation>('trade');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<readonly WeightsFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const draft = useDraftWeights();
  const faultText = useFaultText();
  const changed = changedRelations(used, written);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = readDraft(used, written, note);
    setFaults('faults' in said ? said.faults : []);
    setAttempt(attempt + 1);
    if ('faults' in said) {
      const [wrong] = said.faults;
      if (wrong?.relation) setRelation(wrong.relation);
      return;
    }
    draft.mutate(said.draft, {
      onSuccess: ({ id }) =>
        void navigate({
          to: '/o/$organization/matching-weights/$weightsId',
          params: { organization: slug, weightsId: id },
        }),
    });
  };

  return (
    <form noValidate onSubmit={submit} className={record.stack}>
      <ErrorSummary
        attempt={attempt}
        // Only one relation is on the screen; the faults of the others come when it is chosen.
        errors={faults
          .filter((fault) => fault.relation === undefined || fault.relation === relation)
          .map((fault) => ({ field: fault.field, message: faultText(fault) }))}
      />
      <Panel>
        <div className={styles.fields}>
          <NativeSelect
            id="relation"
            label={text('weights.relation')}
            value={relation}
            onChange={(event) => setRelation(event.currentTarget.value as Relation)}
            data={RELATIONS.map((value) => ({ value, label: text(`weights.relation.${value}`) }))}
          />
          <RelationFields
            relation={relation}
            used={inUse.find((each) => each.relation === relation)}
            written={written[relation]}
            onChange={(mended) => setWritten({ ...written, [relation]: mended })}
          />
        </div>
      </Panel>
      <Panel>
        <div className={styles.fields}>
          <p role="status">
            {changed.length === 0
              ? text('weights.changed.none')
              : text('weights.changed', {
                  relations: formatList(changed.map((each) => text(`weights.relation.${each}`))),
                })}
          </p>
          <TextAreaField
            name="note"
            label={text('weights.note')}
            description={text('weights.note.text')}
            minRows={2}
            maxLength={MAX_NOTE}
            required
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {draft.error && <ProblemNotice error={draft.error} />}
          <div className={styles.buttons}>
            <Button type="submit" loading={draft.isPending}>
              {text('weights.draft.send')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}

function useFaultText(): (fault: WeightsFault) => string {
  const text = useText();
  const names = useWeightNames();
  return ({ code, relation, side, field }) => {
    if (code === 'note' || code === 'nothing' || !relation) return text(`weights.fault.${code}`);
    const feature = FEATURES.find((each) => field.endsWith(each));
    const where = names.side(relation, side ?? 'demand');
    if (code === 'sum') return text('weights.fault.sum', { where });
    return text('weights.fault.number.of', {
      where,
      feature: feature ? names.feature(feature) : text('weights.decides'),
    });
  };
}

/** The fields of one relation, each with how much it is of its side, now and as it is in use. */
function RelationFields(props: {
  relation: Relation;
  used: RelationWeights | undefined;
  written: WrittenRelation;
  onChange: (written: WrittenRelation) => void;
}) {
  const { relation, used, written, onChange } = props;
  const text = useText();
  const { formatNumber } = useIntl();
  const names = useWeightNames();
  const percent = (share: number): string => formatNumber(share, { style: 'percent' });
  const isWrong = (value: string): boolean => readWeight(value) === undefined;
  return (
    <>
      <p>{text(`weights.relation.${relation}.text`)}</p>
      <TextField
        name={shareField(relation)}
        className={styles.share}
        label={text('weights.decides.field')}
        inputMode="decimal"
        autoComplete="off"
        error={isWrong(written.demandShare)}
        value={written.demandShare}
        onChange={(event) => onChange({ ...written, demandShare: event.currentTarget.value })}
      />
      <div className={styles.sides}>
        {SIDES.map((side) => {
          const now = readSide(written[side]);
          return (
            <fieldset key={side} className={styles.side}>
              <legend>{text(`weights.side.${side}.judges`)}</legend>
              {FEATURES.map((feature) => (
                <TextField
                  key={feature}
                  name={fieldOf(relation, side, feature)}
                  label={names.feature(feature)}
                  description={text('weights.share', {
                    now: percent(shareOf(now, feature)),
                    used: percent(used ? shareOf(used[side], feature) : 0),
                  })}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  inputMode="decimal"
                  autoComplete="off"
                  placeholder="0"
                  error={isWrong(written[side][feature])}
                  value={written[side][feature]}
                  onChange={(event) =>
                    onChange({
                      ...written,
                      [side]: { ...written[side], [feature]: event.currentTarget.value },
                    })
                  }
                />
              ))}
            </fieldset>
          );
        })}
      </div>
    </>
  );
}
