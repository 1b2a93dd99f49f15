// Observing, as the page of a draft takes it up: what to do with a selection, marks in the text, a panel beside it, and the forms over it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { can } from '@cocrea/shared/permissions.ts';
import type { Editor } from '@tiptap/core';
import { useQueryClient } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { showObservations, useObservations } from '../../api/observations.ts';
import { useActor, useMe } from '../../api/session.ts';
import { BlockPicker } from '../../editor/BlockPicker.tsx';
import type { EditorDesk, EditorExtras } from '../../editor/editor-extras.ts';
import { usePlugin } from '../../editor/use-plugin.ts';
import { tell } from '../../ui/Toast.tsx';
import { chosenWords, type ChosenWords } from './chosen-words.ts';
import { observationMarks, showBlock, showObserved } from './observation-marks.ts';
import { ObservationsPanel } from './ObservationsPanel.tsx';
import { ObserveDialog } from './ObserveDialog.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { watchWaiting } from './waiting-observations.ts';
import { useWords } from './words.ts';

const panelId = 'observations';
type Opened =
  | { readonly what: 'pick'; readonly editor: Editor }
  | { readonly what: 'form'; readonly chosen: ChosenWords }
  | { readonly what: 'receipt'; readonly observation: Observation | null };

const none: readonly Observation[] = [];

/** Nothing for a draft that was never frozen. */
export function useObserving(draft: DraftDocument): EditorExtras {
  const { observations: say } = useWords();
  const actor = useActor();
  const personId = useMe()?.personId;
  const client = useQueryClient();
  const frozen = isFrozen(draft.state);
  const mayObserve = frozen && draft.life.consultation !== null && can(actor, 'observation.send', { labId: draft.labId });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [blockId, setBlockId] = useState<string | null>(null);
  useEffect(() => {
    if (personId === undefined || !mayObserve) return undefined;
    return watchWaiting(personId, (observation) => {
      showObservations(client, draft.labId, [observation]);
      tell(say.waiting.sent(observation.folio));
    });
  }, [personId, mayObserve, client, draft.labId, say]);

  return useMemo((): EditorExtras => {
    if (!frozen) return {};
    const close = (): void => setOpened(null);
    const choose = (chosen: ChosenWords): void => setOpened({ what: 'form', chosen });
    return {
      selectionActions: mayObserve
        ? [
            {
              label: say.observe,
              icon: <MessageSquarePlus aria-hidden="true" />,
              prominent: true,
              onAct: (_words, { editor }) => {
                const chosen = chosenWords(editor);
                if (chosen !== null) choose(chosen);
              },
            },
          ]
        : [],
      panels: [
        {
          id: panelId,
          label: say.panel,
          render: ({ editor, closePanel }) => (
            <ObservationsPanel
              draft={draft}
              blockId={blockId}
              onAll={() => setBlockId(null)}
              onChoose={
                mayObserve
                  ? () => {
                      closePanel();
                      setOpened({ what: 'pick', editor });
                    }
                  : undefined
              }
              onShow={(id) => {
                closePanel();
                requestAnimationFrame(() => showBlock(editor.view.dom, id));
              }}
            />
          ),
        },
      ],
      layers: [
        { id: 'observation-marks', render: (desk) => <Marks draft={draft} desk={desk} onPick={setBlockId} /> },
        {
          id: 'observing',
          render: () =>
            opened === null || personId === undefined ? null : (
              <>
                {opened.what === 'pick' && (
                  <BlockPicker
                    editor={opened.editor}
                    words={{ title: say.list.chooseTitle, search: say.list.search, noneFound: say.list.noneFound }}
                    onClose={close}
                    onChoose={({ blockId, text }) => choose({ blockId, quote: text, quoteFrom: 0, quoteTo: text.length })}
                  />
                )}
                {opened.what === 'form' && (
                  <ObserveDialog
                    draft={draft}
                    personId={personId}
                    chosen={opened.chosen}
                    onClose={close}
                    onSent={(observation) => setOpened({ what: 'receipt', observation })}
                  />
                )}
                {opened.what === 'receipt' && <ReceiptDialog draft={draft} observation={opened.observation} onClose={close} />}
              </>
            ),
        },
      ],
    };
  }, [frozen, mayObserve, say, draft, blockId, opened, personId]);
}

interface MarksProps {
  readonly draft: DraftDocument;
  readonly desk: EditorDesk;
  readonly onPick: (blockId: string) => void;
}

function Marks({ draft, desk: { editor, openPanel }, onPick }: MarksProps): ReactNode {
  const observations = useObservations(draft.labId, draft.id).data?.observations ?? none;
  const make = useCallback(
    () =>
      observationMarks((blockId) => {
        onPick(blockId);
        if (editor.state.selection.empty) openPanel(panelId);
      }),
    [onPick, openPanel, editor],
  );
  usePlugin(editor, make);
  useEffect(() => showObserved(editor.view, observations), [editor, make, observations]);
  return null;
}
