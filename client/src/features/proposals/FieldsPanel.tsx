// The facts of a proposal: read by everybody, filled in by those who may. What somebody typed survives what others save meanwhile.
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';
import { proposalLimits, typologies, type Proposal, type ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { AppError } from '@cocrea/shared/errors.ts';
import { useLab } from '../../api/labs.ts';
import { useChangeProposal } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import { changesIn, draftOf, fieldsIn, type FieldDraft } from './field-draft.ts';
import { FieldsRead } from './FieldsRead.tsx';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';

interface FieldsPanelProps {
  readonly labId: string;
  readonly proposal: Proposal;
  /** The reader may fill them in, and the proposal is where they are filled in. */
  readonly changes: boolean;
  readonly onUnsaved: (unsaved: boolean) => void;
}

export function FieldsPanel(props: FieldsPanelProps): ReactNode {
  const { fields: say } = useWords().proposals;
  return (
    <Panel title={say.title}>
      <Facts {...props} />
    </Panel>
  );
}

function Facts({ labId, proposal, changes, onUnsaved }: FieldsPanelProps): ReactNode {
  const words = useWords();
  const { proposals } = words;
  const { fields: say } = proposals;
  const institutions = useLab(labId).data?.lab.facts.institutions ?? [];
  const change = useChangeProposal(labId, proposal.id);
  const [edited, setEdited] = useState<Partial<FieldDraft>>({});
  /** The record one began to change; null while nothing is. What others save meanwhile is then refused once, and told. */
  const [base, setBase] = useState<Proposal | null>(null);
  const [saved, setSaved] = useState(false);
  const from = base ?? proposal;
  const before = draftOf(from.fields);
  const draft: FieldDraft = { ...before, ...edited };
  const sent = changesIn(draft, before);
  const typed = Object.keys(sent) as (keyof ProposalFields)[];
  const dirty = typed.length > 0;
  useEffect(() => onUnsaved(dirty), [dirty, onUnsaved]);
  const instead = { stale: say.stale };
  const fields = ['indicator', 'baseline', 'target', 'date', 'responsible'] as const;
  const { beside, whole } = refusalWords(change.error, { fields, words, instead });
  const vague = draft.date !== '' && readFlexDate(draft.date).start === undefined;

  function edit(more: Partial<FieldDraft>): void {
    if (base === null) setBase(proposal);
    setSaved(false);
    setEdited({ ...edited, ...more });
  }
  function save(): void {
    if (!dirty) return;
    change.mutate(
      { version: from.version, ...sent },
      {
        onSuccess: () => {
          setEdited({});
          setSaved(true);
        },
        // From here on what was typed stands on the latest record, whatever it was begun from.
        onSettled: () => setBase(null),
      },
    );
  }
  const line = (field: 'indicator' | 'baseline' | 'target', hint: string): ReactNode => (
    <TextField
      label={say[field]}
      hint={hint}
      value={draft[field]}
      limit={proposalLimits[field]}
      error={beside[field]}
      onChange={(value) => edit({ [field]: value })}
    />
  );
  if (!changes) {
    // Somebody submitted it, or removed the reader, while they were filling it in.
    return (
      <>
        {dirty && (
          <Banner tone="warning">
            <p>{say.closed}</p>
            <FieldsRead fields={fieldsIn(draft, institutions)} only={typed} />
          </Banner>
        )}
        <FieldsRead fields={proposal.fields} />
      </>
    );
  }
  const overtaken = change.error instanceof AppError && change.error.code === 'stale';
  return (
    <Form onSubmit={save} refusal={change.error}>
      <Select
        label={say.typology}
        value={draft.typology}
        options={[
          { value: 'none', label: proposals.noTypology },
          ...typologies.map((value) => ({ value, label: proposals.typologies[value] })),
        ]}
        onChange={(typology) => edit({ typology })}
      />
      {line('indicator', say.indicatorHint)}
      {line('baseline', say.baselineHint)}
      {line('target', say.targetHint)}
      <TextField
        label={say.date}
        hint={vague ? say.dateVague : say.dateHint}
        value={draft.date}
        limit={proposalLimits.date}
        error={beside.date}
        onChange={(date) => edit({ date })}
      />
      <Select
        label={say.responsible}
        value={draft.responsible}
        options={[
          { value: 'none', label: say.responsibleNone },
          ...institutions.map(({ id, acronym, name }) => ({ value: id, label: `${acronym}: ${name}` })),
          { value: 'other', label: say.responsibleOther },
        ]}
        onChange={(responsible) => edit({ responsible })}
      />
      {draft.responsible === 'other' && (
        <TextField
          label={say.responsibleName}
          value={draft.responsibleName}
          limit={proposalLimits.responsible}
          error={beside.responsible}
          onChange={(responsibleName) => edit({ responsibleName })}
        />
      )}
      {whole !== undefined && (
        <Banner tone="danger">
          <p>{whole}</p>
          {overtaken && dirty && (
            <>
              <p>{say.now}</p>
              <FieldsRead fields={proposal.fields} only={typed} />
            </>
          )}
        </Banner>
      )}
      <p className={styles.quiet} role="status">
        {dirty ? say.unsaved : saved && say.saved}
      </p>
      <FormActions>
        <Button type="submit" disabled={!dirty} pending={change.isPending}>
          {say.save}
        </Button>
      </FormActions>
    </Form>
  );
}
