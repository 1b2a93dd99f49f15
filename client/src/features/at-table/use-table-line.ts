// The line of a phone at a table: hears what concerns this table and nothing else, and says while its person is typing.
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { useEffect, useRef, useState } from 'react';
import { openLabLine, type LabLine } from '../../api/lab-line.ts';
import { askMine, mineNow } from '../../api/mine.ts';
import { askWhoIAm } from '../../api/session.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { Seat } from './place.ts';

/** A hall has many phones: none asks to hear what it does not show. */
const events = 'table,cluster.validated';
/** Milliseconds of silence after which somebody is no longer typing. */
const silence = 4_000;

export interface TableLine {
  readonly open: boolean;
  /** Somebody typed a letter, or stopped. */
  readonly typing: (now: boolean) => void;
}

export function useTableLine({ lab, no }: Pick<Seat, 'lab' | 'no'>, outbox: Outbox): TableLine {
  const [open, setOpen] = useState(false);
  const line = useRef<LabLine | null>(null);
  const said = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const place = { lab, no };
    let heard = mineNow(place)?.seq ?? 0;
    const concernsUs = ({ type, data }: LabEvent): boolean => (type.startsWith('table.') ? data.no : data.table) === no;
    line.current = openLabLine({
      lab,
      heard: () => heard,
      events,
      onMessage: (message) => {
        if (message.type === 'you') return void askWhoIAm();
        if (message.type !== 'event' || message.event.seq <= heard) return;
        heard = message.event.seq;
        if (!concernsUs(message.event)) return;
        void askMine(place);
        if (message.event.type === 'table.opened') outbox.wake();
      },
      onOpen: () => {
        setOpen(true);
        if (said.current) line.current?.say({ typing: true });
        outbox.wake();
      },
      onLost: ({ unsure }) => {
        setOpen(false);
        if (unsure) void askWhoIAm();
      },
    });
    return () => {
      clearTimeout(timer.current);
      line.current?.close();
      line.current = null;
      setOpen(false);
    };
  }, [lab, no, outbox]);

  function typing(now: boolean): void {
    clearTimeout(timer.current);
    if (now) timer.current = setTimeout(() => typing(false), silence);
    if (said.current === now) return;
    said.current = now;
    line.current?.say({ typing: now });
  }

  return { open, typing };
}
