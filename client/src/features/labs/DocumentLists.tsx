// The documents of a lab in three lists: drafts, notes of the sub-tables, free notes. Each says when it last changed, or when it opens.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Page.tsx';
import { useWords } from './words.ts';
import { groupDocuments } from './document-groups.ts';
import { DocumentRow } from './DocumentRow.tsx';
import styles from './document-lists.module.css';
import { NoteDialog } from './NoteDialog.tsx';
import { useMinute } from './use-minute.ts';

interface DocumentListsProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[];
  readonly subTables: readonly SubTable[];
}

export function DocumentLists({ lab, documents, subTables }: DocumentListsProps): ReactNode {
  const { app, labPages } = useWords();
  const actor = useActor();
  const now = useMinute();
  const [dialog, setDialog] = useState<{ readonly renames: LabDocument | null } | null>(null);
  const { drafts, subTableNotes, freeNotes } = groupDocuments(documents, subTables);
  const mayCreate = can(actor, 'note.create', { labId: lab });

  const list = (group: readonly LabDocument[], empty: string): ReactNode =>
    group.length === 0 ? (
      <EmptyState>{empty}</EmptyState>
    ) : (
      <ul className={styles.list}>
        {group.map((document) => (
          <DocumentRow key={document.id} lab={lab} document={document} now={now} onRename={(renames) => setDialog({ renames })} />
        ))}
      </ul>
    );

  return (
    <>
      <Section title={app.shell.drafts}>{list(drafts, labPages.lab.noDrafts)}</Section>
      <Section title={app.shell.subTableNotes}>{list(subTableNotes, labPages.lab.noSubTables)}</Section>
      <Section
        title={app.shell.freeNotes}
        actions={
          mayCreate && (
            <Button icon={<Plus aria-hidden="true" />} onClick={() => setDialog({ renames: null })}>
              {labPages.lab.createNote}
            </Button>
          )
        }
      >
        {list(freeNotes, mayCreate ? labPages.lab.noNotesFacilitator : labPages.lab.noNotes)}
      </Section>
      {dialog && <NoteDialog lab={lab} renames={dialog.renames} onClose={() => setDialog(null)} />}
    </>
  );
}
