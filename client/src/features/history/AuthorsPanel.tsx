// Who wrote this: a switch that colours the text, how much each wrote as a bar and as a table, and of the selected words by whom and when.
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useAuthors } from '../../api/history.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './authors.module.css';
import { facesOf, shownShares, type Grouping } from './faces.ts';
import { useWords } from './words.ts';

interface AuthorsPanelProps {
  readonly labId: string;
  readonly documentId: string;
  readonly editor: Editor;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly by: Grouping;
  readonly onGroup: (by: Grouping) => void;
}

export function AuthorsPanel({ labId, documentId, editor, on, onSwitch, by, onGroup }: AuthorsPanelProps): ReactNode {
  const words = useWords();
  const { history, ui } = words;
  const { authors: say } = history;
  const answer = useAuthors(labId, documentId);
  const faces = useMemo(
    () => facesOf(answer.data?.people ?? [], { ...history, kinds: ui.actorKinds }),
    [answer.data?.people, history, ui],
  );
  if (answer.data === undefined) {
    return answer.error ? (
      <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
        {failureWords(answer.error, words)}
      </ErrorState>
    ) : (
      <Skeleton lines={6} />
    );
  }
  const { blocks } = answer.data;
  const shares = shownShares(blocks, faces(by), by);
  return (
    <div className={styles.panel}>
      <Checkbox label={say.on} hint={say.asOf} checked={on} onChange={onSwitch} />
      <Select<Grouping>
        label={say.by}
        value={by}
        options={[
          { value: 'person', label: say.byPerson },
          { value: 'kind', label: say.byKind },
        ]}
        onChange={onGroup}
      />
      {shares.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <>
          <div className={styles.bar} aria-hidden="true">
            {shares.map(({ face, percent }) => (
              <span
                key={`${face.name} ${percent}`}
                style={{ '--author': face.color, flexGrow: percent } as CSSProperties}
                title={face.name}
              />
            ))}
          </div>
          <Table
            caption={say.shares}
            columns={[by === 'kind' ? say.byKind : say.byPerson, say.characters, say.share]}
            numbers={[say.characters, say.share]}
            rows={shares.map(({ face, characters, percent }) => ({
              key: `${face.name} ${characters}`,
              cells: [
                <span key="name" className={styles.name}>
                  {face.kind !== null && <ActorKindMark kind={face.kind} silent={by === 'kind'} />}
                  <span
                    className="authored"
                    style={{ '--author': face.color } as CSSProperties}
                    data-author-kind={face.kind ?? ''}
                  >
                    {face.name}
                  </span>
                </span>,
                characters,
                say.percent(percent),
              ],
            }))}
          />
        </>
      )}
      <Selected editor={editor} blocks={blocks} nameOf={(personId) => faces('person')(personId).name} />
    </div>
  );
}

interface SelectedProps {
  readonly editor: Editor;
  readonly blocks: readonly BlockAuthors[];
  readonly nameOf: (personId: string | null) => string;
}

function Selected({ editor, blocks, nameOf }: SelectedProps): ReactNode {
  const { authors: say } = useWords().history;
  const language = useLanguage();
  const [, setLooked] = useState(0);
  useEffect(() => {
    const look = (): void => setLooked((count) => count + 1);
    editor.on('selectionUpdate', look);
    return () => void editor.off('selectionUpdate', look);
  }, [editor]);
  const told = [
    ...new Set(
      runsIn(editor, blocks).map(({ personId, at, moved }) => {
        const words = say.run(nameOf(personId), momentInWords(at, language));
        return moved ? `${words} (${say.moved})` : words;
      }),
    ),
  ];
  return (
    <section className={styles.selected} aria-label={say.selected}>
      <h3>{say.selected}</h3>
      {told.length === 0 ? (
        <p className={styles.small}>{say.chooseFirst}</p>
      ) : (
        <ul>
          {told.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function runsIn({ state: { doc, selection } }: Editor, blocks: readonly BlockAuthors[]): BlockAuthors['runs'][number][] {
  if (selection.empty) return [];
  const byBlock = new Map(blocks.map(({ blockId, runs }) => [blockId, runs]));
  const found: BlockAuthors['runs'][number][] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (!node.isTextblock) return true;
    for (const run of byBlock.get(String(node.attrs[blockIdAttribute])) ?? [])
      if (pos + 1 + run.from < selection.to && pos + 1 + run.to > selection.from) found.push(run);
    return false;
  });
  return found;
}
