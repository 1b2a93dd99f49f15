// Brings in observations that came by letter: a file is looked at first, what cannot be taken is listed row by row, and only then it is brought in.
import type { importObservations } from '@cocrea/shared/api/observations.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { observationTemplate } from '@cocrea/shared/domain/observation-file.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useId, useState, type ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { failureWords } from '../../api/failure-words.ts';
import { knownFailure } from '../../api/known-failure.ts';
import { blockersKey, observationsKey } from '../../api/keys.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { tell } from '../../ui/Toast.tsx';
import styles from './desk.module.css';
import { useWords } from './words.ts';

/** Bytes; what is larger has more rows than are taken. */
const most = 10 * 1024 * 1024;
/** Rows that are listed. */
const listed = 50;

interface Asked {
  readonly file: string;
  readonly dryRun: boolean;
}

export function ImportDialog({ draft, onClose }: { readonly draft: DraftDocument; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const say = words.consolidation.importing;
  const id = useId();
  const client = useQueryClient();
  const [commandId] = useState(newId);
  const [file, setFile] = useState<string | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const { labId, id: document } = draft;
  const send = useCallback(
    (asked: Asked): Promise<OutputOf<typeof importObservations>> =>
      call<typeof importObservations>('POST /api/labs/:lab/drafts/:document/observation-imports', {
        params: { lab: labId, document },
        body: { commandId, ...asked },
      }),
    [labId, document, commandId],
  );
  const sending = useSending(send);
  const { data } = sending;

  async function choose(chosen: File | undefined): Promise<void> {
    setFile(null);
    setTooLarge((chosen?.size ?? 0) > most);
    if (chosen === undefined || chosen.size > most) return;
    const encoded = base64(new Uint8Array(await chosen.arrayBuffer()));
    setFile(encoded);
    sending.send({ file: encoded, dryRun: true });
  }

  function bring(): void {
    if (file === null) return;
    sending.send(
      { file, dryRun: false },
      {
        onSuccess: ({ folios, taken }) => {
          void client.invalidateQueries({ queryKey: observationsKey(labId) });
          void client.invalidateQueries({ queryKey: blockersKey(labId) });
          tell(say.done(taken, folios[0] ?? '', folios.at(-1) ?? ''));
          onClose();
        },
      },
    );
  }

  const ready = file !== null && data !== undefined && data.refused.length === 0 && data.taken > 0;
  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={bring}>
        <p>{say.how}</p>
        <p>
          <a
            href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(observationTemplate)}`}
            download="observaciones.csv"
          >
            {say.template}
          </a>
        </p>
        <div className={styles.section}>
          <label htmlFor={id}>{say.file}</label>
          <input id={id} type="file" accept=".csv,text/csv" onChange={(event) => void choose(event.target.files?.[0])} />
        </div>
        <div role="status" className={styles.section}>
          {sending.pending && <p>{say.checking}</p>}
          {tooLarge && <Banner tone="danger">{say.tooLarge}</Banner>}
          {sending.error && <Banner tone="danger">{failureWords(sending.error, words)}</Banner>}
          {data !== undefined && data.refused.length === 0 && <p>{say.would(data.taken)}</p>}
          {data !== undefined && data.refused.length > 0 && (
            <Banner tone="warning">
              <p>{say.refused(data.refused.length)}</p>
              <ul className={styles.list}>
                {data.refused.slice(0, listed).map(({ line, column, code }) => (
                  <li key={`${line} ${column ?? ''}`}>
                    {say.row(line, column)}: {words.errors[knownFailure(code) ?? 'internal']({})}
                  </li>
                ))}
              </ul>
            </Banner>
          )}
        </div>
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" disabled={!ready} pending={sending.pending && ready}>
            {say.go(data?.taken ?? 0)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
