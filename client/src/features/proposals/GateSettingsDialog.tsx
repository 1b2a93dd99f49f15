// The lab's rule of the transversal validation: which sectors have a seat, and how many seats must be filled.
import { countedActorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { GateSettings } from '@cocrea/shared/domain/endorsement.ts';
import { useState, type ReactNode } from 'react';
import { useChangeGate } from '../../api/proposals.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import fieldStyles from '../../ui/field.module.css';
import styles from './panel.module.css';

interface GateSettingsDialogProps {
  readonly labId: string;
  readonly gate: GateSettings;
  readonly onClose: () => void;
}

export function GateSettingsDialog({ labId, gate, onClose }: GateSettingsDialogProps): ReactNode {
  const words = useWords();
  const { proposals, ui } = words;
  const { settings: say } = proposals;
  const change = useChangeGate(labId);
  /** The rule one looks at: what somebody else makes of it meanwhile is shown before it is changed again. */
  const [base, setBase] = useState(gate);
  const [overtaken, setOvertaken] = useState(false);
  const [kinds, setKinds] = useState(gate.kinds);
  const [threshold, setThreshold] = useState(gate.threshold);
  if (gate.version !== base.version && !change.isPending && !change.isSuccess) {
    setBase(gate);
    setKinds(gate.kinds);
    setThreshold(gate.threshold);
    setOvertaken(true);
  }
  const most = Math.max(1, kinds.length);
  const asked = Math.min(threshold, most);
  const none = kinds.length === 0 ? say.none : undefined;

  function save(): void {
    if (none !== undefined) return;
    change.mutate(
      { version: base.version, kinds, threshold: asked },
      {
        onSuccess: () => {
          tell(say.done);
          onClose();
        },
      },
    );
  }

  const refusal = refusalWords(change.error, { fields: [], words, instead: { stale: say.overtaken } }).whole;
  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={save}>
        <p>{say.hint}</p>
        <fieldset className={fieldStyles.field} aria-describedby="gate-kinds-error">
          <legend className={fieldStyles.label}>{say.kinds}</legend>
          <div className={styles.kinds}>
            {countedActorKinds.map((kind) => (
              <Checkbox
                key={kind}
                label={ui.actorKinds[kind]}
                checked={kinds.includes(kind)}
                onChange={(seated) => setKinds(countedActorKinds.filter((one) => (one === kind ? seated : kinds.includes(one))))}
              />
            ))}
          </div>
          <FieldError id="gate-kinds-error">{none}</FieldError>
        </fieldset>
        <Select
          label={say.threshold}
          value={String(asked)}
          options={Array.from({ length: most }, (_, index) => ({
            value: String(index + 1),
            label: say.of(index + 1, most),
          }))}
          onChange={(value) => setThreshold(Number(value))}
        />
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        {refusal === undefined && overtaken && <Banner tone="warning">{say.overtaken}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={change.isPending}>
            {ui.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
