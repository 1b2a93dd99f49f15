// The tools of the text: at the head of a desktop's page, above the keyboard of a phone. Pressing one leaves the caret where it is.
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import { Fragment, useImperativeHandle, useMemo, type ReactNode, type Ref } from 'react';
import { useWords } from './words.ts';
import { keyNames } from './key-names.ts';
import { tableTools, takesAway } from './table-tools.ts';
import styles from './toolbar.module.css';
import { textTools, type AskingTools, type Tool } from './tools.ts';
import { useRovingFocus } from './use-roving-focus.ts';

export interface ToolbarHandle {
  focus(): void;
}

interface ToolbarProps extends AskingTools {
  readonly editor: Editor;
  readonly ref?: Ref<ToolbarHandle>;
}

interface Shown {
  /** Ids of the tools that are on, and of those that cannot be used now. */
  readonly on: readonly string[];
  readonly off: readonly string[];
  readonly inTable: boolean;
}

function look(editor: Editor, groups: readonly (readonly Tool[])[]): Shown {
  const tools = groups.flat();
  return {
    on: tools.filter((tool) => tool.on?.(editor)).map(({ id }) => id),
    off: tools.filter((tool) => tool.can && !tool.can(editor)).map(({ id }) => id),
    inTable: editor.isActive('table'),
  };
}

export function Toolbar({ editor, askLink, askFootnote, ref }: ToolbarProps): ReactNode {
  const words = useWords().editor;
  const groups = useMemo(() => textTools({ askLink, askFootnote }), [askLink, askFootnote]);
  const shown = useEditorState({ editor, selector: ({ editor: now }) => look(now, groups) });
  const main = useRovingFocus('heading-1');
  const table = useRovingFocus('row-before');
  useImperativeHandle(ref, () => ({ focus: main.focus }), [main.focus]);
  return (
    <div
      className={styles.bars}
      data-editor-tools=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus(null, { scrollIntoView: false });
      }}
    >
      {shown.inTable && (
        <div
          ref={table.ref}
          role="toolbar"
          aria-label={words.table.label}
          className={styles.bar}
          onKeyDown={table.onKeyDown}
          onFocus={table.onFocus}
        >
          {tableTools.map((tool) => (
            <ToolButton key={tool.id} tool={tool} editor={editor} tabIndex={table.tabIndexOf(tool.id)} />
          ))}
        </div>
      )}
      <div
        ref={main.ref}
        role="toolbar"
        aria-label={words.tools.label}
        className={styles.bar}
        onKeyDown={main.onKeyDown}
        onFocus={main.onFocus}
      >
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <span className={styles.gap} aria-hidden="true" />}
            {group.map((tool) => (
              <ToolButton
                key={tool.id}
                tool={tool}
                editor={editor}
                tabIndex={main.tabIndexOf(tool.id)}
                {...(tool.on && { pressed: shown.on.includes(tool.id) })}
                disabled={shown.off.includes(tool.id)}
              />
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface ToolButtonProps {
  readonly tool: Tool;
  readonly editor: Editor;
  readonly tabIndex: 0 | -1;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

function ToolButton({ tool, editor, tabIndex, pressed, disabled = false }: ToolButtonProps): ReactNode {
  const words = useWords().editor;
  const name = tool.name(words);
  const Icon = tool.icon;
  return (
    <button
      type="button"
      data-tool={tool.id}
      className={takesAway.has(tool.id) ? `${styles.tool} ${styles.away}` : styles.tool}
      tabIndex={tabIndex}
      aria-label={name}
      title={tool.keys ? `${name} (${keyNames(tool.keys)})` : name}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      aria-disabled={disabled || undefined}
      // A button that took the focus would close a phone's keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) tool.run(editor);
      }}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
