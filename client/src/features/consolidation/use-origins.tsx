// Where the blocks of a draft come from, as its page takes it up: chips in the text and a panel beside it.
import { derivations, lineOf } from '@cocrea/shared/document/derived-from.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useOrigins } from '../../api/consolidation.ts';
import type { EditorDesk, EditorExtras } from '../../editor/editor-extras.ts';
import { usePlugin } from '../../editor/use-plugin.ts';
import { attributesOf, showBlock } from './block-at.ts';
import './origin-chips.css';
import { originChips, showOrigins } from './origin-chips.ts';
import { OriginsPanel } from './OriginsPanel.tsx';
import { useWords } from './words.ts';

const panelId = 'origins';
const none: readonly never[] = [];

/** Nothing for the first draft: it comes from what was said at the tables, and has no draft before it. */
export function useOriginsOf(draft: DraftDocument): EditorExtras {
  const { consolidation: say } = useWords();
  const [blockId, setBlockId] = useState<string | null>(null);
  const has = draft.draftNo > 1 && draft.state !== 'planned';
  return useMemo((): EditorExtras => {
    if (!has) return {};
    return {
      panels: [
        {
          id: panelId,
          label: say.origins.panel,
          render: ({ editor, closePanel }) => (
            <OriginsPanel
              draft={draft}
              blocks={blockId === null ? null : lineOf(blockId, derivations(attributesOf(editor.state.doc)))}
              onAll={() => setBlockId(null)}
              onShow={(id) => {
                closePanel();
                requestAnimationFrame(() => showBlock(editor.view, id));
              }}
            />
          ),
        },
      ],
      layers: [{ id: 'origin-chips', render: (desk) => <Chips draft={draft} desk={desk} onPick={setBlockId} /> }],
    };
  }, [has, say, draft, blockId]);
}

interface ChipsProps {
  readonly draft: DraftDocument;
  readonly desk: EditorDesk;
  readonly onPick: (blockId: string) => void;
}

function Chips({ draft, desk: { editor, openPanel }, onPick }: ChipsProps): ReactNode {
  const { origins: say } = useWords().consolidation;
  const origins = useOrigins({ lab: draft.labId, document: draft.id }).data?.origins ?? none;
  const make = useCallback(
    () =>
      originChips({
        words: { label: ({ label, kind }) => label ?? say.kinds[kind], chip: say.chip, more: say.more },
        onPick: (blockId) => {
          onPick(blockId);
          openPanel(panelId);
        },
      }),
    [say, onPick, openPanel],
  );
  usePlugin(editor, make);
  useEffect(() => showOrigins(editor.view, origins), [editor, make, origins]);
  return null;
}
