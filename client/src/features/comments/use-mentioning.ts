// Naming people while one types: after an @ those of the lab are offered, by keyboard and by touch, and the name that is chosen is written out.
import { typedMention, type Mentionable } from '@cocrea/shared/domain/comment.ts';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMentionable } from '../../api/comments.ts';
import type { NamedPerson } from './kept-words.ts';

interface Typing {
  readonly place: { readonly lab: string; readonly document: string };
  readonly text: string;
  readonly chosen: readonly NamedPerson[];
  readonly onChoose: (text: string, person: NamedPerson) => void;
}

export interface Mentioning {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly listId: string;
  /** Null while nobody's name is being typed. */
  readonly offered: readonly Mentionable[] | null;
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly choose: (person: Mentionable) => void;
  /** Where the caret is, after it was moved without typing. */
  readonly look: () => void;
  /** On the way down to the box: keys that choose never reach it. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useMentioning({ place, text, chosen, onChoose }: Typing): Mentioning {
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  /** The @ whose list was put away. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const moveTo = useRef<number | null>(null);
  const found = typedMention(text, Math.min(caret, text.length));
  const isWritten = found !== null && chosen.some(({ name }) => name === found.query.trim());
  const typed = found === null || isWritten || found.from === dismissed ? null : found;
  const people = useMentionable(place, typed?.query ?? null);
  const offered = typed === null || people.data === undefined ? null : people.data;
  const at = Math.min(active, Math.max(0, (offered?.length ?? 0) - 1));
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => setActive(0), [typed?.query]);
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return;
    if (moveTo.current !== null) area.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
    const isOpen = offered !== null && offered.length > 0;
    area.setAttribute('aria-autocomplete', 'list');
    if (isOpen) {
      area.setAttribute('aria-controls', listId);
      area.setAttribute('aria-activedescendant', `${listId}-${at}`);
    } else {
      area.removeAttribute('aria-controls');
      area.removeAttribute('aria-activedescendant');
    }
  });

  const choose = ({ personId, name }: Mentionable): void => {
    if (typed === null) return;
    const before = `${text.slice(0, typed.from)}@${name} `;
    moveTo.current = before.length;
    setCaret(before.length);
    onChoose(before + text.slice(caret).replace(/^ /, ''), { personId, name });
    box.current?.focus();
  };
  return {
    box,
    listId,
    offered,
    active: at,
    optionId,
    choose,
    look: () => setCaret(box.current?.selectionStart ?? 0),
    onKeyDown: (event) => {
      if (typed === null || offered === null || event.nativeEvent.isComposing) return;
      const person = offered[at];
      const steps: Readonly<Record<string, (() => void) | undefined>> = {
        ArrowDown: () => setActive((at + 1) % Math.max(1, offered.length)),
        ArrowUp: () => setActive((at + offered.length - 1) % Math.max(1, offered.length)),
        Enter: person && (() => choose(person)),
        Tab: person && (() => choose(person)),
        Escape: () => setDismissed(typed.from),
      };
      const step = event.ctrlKey || event.metaKey ? undefined : steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      step();
    },
  };
}
