// A frozen text as plain pages show it: from its JSON, without an editor, every block with an anchor of its id, footnotes at the end.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { isSafeLink } from '@cocrea/shared/document/safe-link.ts';
import { Fragment, useMemo, type ReactNode } from 'react';
import '../../editor/document-text.css';
import styles from './publication.module.css';
import { useWords } from './words.ts';

type Say = ReturnType<typeof useWords>['publication']['draft'];

interface Writing {
  /** Words of the footnotes so far, in their order. */
  readonly notes: string[];
  readonly say: Say;
}

export function StaticText({ body }: { readonly body: DocumentJson }): ReactNode {
  const { draft: say } = useWords().publication;
  const { text, notes } = useMemo(() => {
    const writing: Writing = { notes: [], say };
    return { text: children(body, writing), notes: writing.notes };
  }, [body, say]);
  return (
    <div className="document-text" lang="es">
      {text}
      {notes.length > 0 && (
        <section aria-label={say.notes} className={styles.notes}>
          <ol>
            {notes.map((note, index) => (
              // Notes have no name but their number.
              <li key={`${index} ${note}`} id={`nota-${index + 1}`}>
                {note}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function children({ content = [] }: DocumentJson, writing: Writing): ReactNode {
  return content.map((node, index) => <Fragment key={keyOf(node, index)}>{block(node, writing)}</Fragment>);
}

function keyOf(node: DocumentJson, index: number): string {
  const id: unknown = node.attrs?.['id'];
  return typeof id === 'string' ? id : String(index);
}

function block(node: DocumentJson, writing: Writing): ReactNode {
  const attrs = node.attrs ?? {};
  const id = typeof attrs['id'] === 'string' ? { id: `b-${attrs['id']}` } : {};
  const inside = (): ReactNode => children(node, writing);
  switch (node.type) {
    case 'heading': {
      // The page has its own first heading.
      const Heading = (['h2', 'h3', 'h4'] as const)[Number(attrs['level'] ?? 1) - 1] ?? 'h4';
      return <Heading {...id}>{inside()}</Heading>;
    }
    case 'paragraph':
      return <p {...id}>{inside()}</p>;
    case 'blockquote':
      return <blockquote {...id}>{inside()}</blockquote>;
    case 'bulletList':
      return <ul {...id}>{inside()}</ul>;
    case 'orderedList':
      return (
        <ol {...id} start={Number(attrs['start'] ?? 1)}>
          {inside()}
        </ol>
      );
    case 'listItem':
      return <li {...id}>{inside()}</li>;
    case 'taskList':
      return (
        <ul {...id} className={styles.tasks}>
          {inside()}
        </ul>
      );
    case 'taskItem':
      return (
        <li {...id} className={styles.task}>
          <span role="img" aria-label={attrs['checked'] === true ? writing.say.done : writing.say.undone}>
            {attrs['checked'] === true ? '☑' : '☐'}
          </span>
          <div>{inside()}</div>
        </li>
      );
    case 'table':
      return (
        <div className={styles.scroll} tabIndex={0} role="group">
          <table {...id}>
            <tbody>{inside()}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr {...id}>{inside()}</tr>;
    case 'tableHeader':
      return (
        <th {...id} {...spans(attrs)}>
          {inside()}
        </th>
      );
    case 'tableCell':
      return (
        <td {...id} {...spans(attrs)}>
          {inside()}
        </td>
      );
    case 'horizontalRule':
      return <hr {...id} />;
    case 'hardBreak':
      return <br />;
    case 'footnote':
      return footnote(String(attrs['text'] ?? ''), writing);
    default:
      return marked(node);
  }
}

function spans(attrs: Readonly<Record<string, unknown>>): { colSpan?: number; rowSpan?: number } {
  const [colSpan, rowSpan] = [Number(attrs['colspan'] ?? 1), Number(attrs['rowspan'] ?? 1)];
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

function footnote(text: string, { notes, say }: Writing): ReactNode {
  notes.push(text);
  return (
    <sup>
      <a href={`#nota-${notes.length}`} aria-label={say.note(notes.length)}>
        {notes.length}
      </a>
    </sup>
  );
}

function marked({ text = '', marks = [] }: DocumentJson): ReactNode {
  return marks.reduce<ReactNode>((inside, { type, attrs }) => {
    if (type === 'bold') return <strong>{inside}</strong>;
    if (type === 'italic') return <em>{inside}</em>;
    if (type === 'strike') return <s>{inside}</s>;
    const href: unknown = attrs?.['href'];
    if (type === 'link' && typeof href === 'string' && isSafeLink(href)) {
      return (
        <a href={href} rel="noopener noreferrer nofollow">
          {inside}
        </a>
      );
    }
    return inside;
  }, text);
}
