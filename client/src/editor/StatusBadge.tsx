// The one place that says where one's words are: always in sight, read out when it matters, with what to do a touch away.
import { Check, CircleAlert, CloudOff, Eye, HardDrive, History, Info, LoaderCircle, Lock, Send } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { StatusKind, SyncStatus } from '../realtime/sync-status.ts';
import { useWords, type Words } from './words.ts';
import styles from './status-badge.module.css';

const icons: Record<StatusKind, typeof Check> = {
  loading: LoaderCircle,
  saved: Check,
  offline: CloudOff,
  sending: Send,
  on_device: HardDrive,
  unsaved: CircleAlert,
  server_unsaved: CircleAlert,
  read_only: Eye,
  no_permission: Lock,
  other_generation: History,
};

const tones: Record<StatusKind, 'calm' | 'warning' | 'danger'> = {
  loading: 'calm',
  saved: 'calm',
  offline: 'warning',
  sending: 'calm',
  on_device: 'warning',
  unsaved: 'danger',
  server_unsaved: 'danger',
  read_only: 'calm',
  no_permission: 'danger',
  other_generation: 'warning',
};

/** The few words of a status. */
export function statusShort({ kind, pending }: SyncStatus, words: Words): string {
  const { short } = words.editor.status[kind];
  return typeof short === 'function' ? short(pending) : short;
}

/** What it means and what to do, one sentence a paragraph. */
export function statusExplained(status: SyncStatus, words: Words): string[] {
  const { kind, pending, reason, deviceKeepsNothing, onDevice } = status;
  const all = words.editor.status;
  const why = reason === null ? [] : [words.errors[reason]({})];
  switch (kind) {
    case 'offline':
      return [...why, deviceKeepsNothing ? all.offline.whatNothingKept : all.offline.what];
    case 'unsaved':
      return [...why, deviceKeepsNothing ? all.unsaved.whatNothingKept : all.unsaved.what];
    case 'server_unsaved':
      return [...why, onDevice ? all.server_unsaved.what : all.server_unsaved.whatNotOnDevice];
    case 'read_only':
      return [pending > 0 ? all.read_only.withPending(pending) : all.read_only.what];
    case 'no_permission':
      return [...why, ...(pending > 0 ? [all.no_permission.withPending(pending)] : [])];
    case 'on_device':
      return [...why, all.on_device.what];
    default:
      return [all[kind].what];
  }
}

interface StatusBadgeProps {
  readonly status: SyncStatus;
  /** What can be done about it, under the explanation. */
  readonly actions?: ReactNode;
}

export function StatusBadge({ status, actions }: StatusBadgeProps): ReactNode {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const live = useAnnouncement(status.kind);
  const Icon = icons[status.kind];
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', away);
    };
  }, [open]);
  return (
    <div ref={box} className={styles.badge} data-tone={tones[status.kind]} data-status={status.kind}>
      <div role="status" aria-live={live} aria-atomic="true" className={styles.words}>
        <Icon aria-hidden="true" className={styles.icon} />
        <span>{statusShort(status, words)}</span>
      </div>
      <button
        type="button"
        className={styles.more}
        aria-label={words.editor.status.details}
        title={words.editor.status.details}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        <Info aria-hidden="true" />
      </button>
      <div id={panel} hidden={!open} className={styles.panel} role="group" aria-label={words.editor.status.label}>
        {statusExplained(status, words).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {status.overHttp && <p>{words.editor.status.overHttp}</p>}
        {actions}
      </div>
    </div>
  );
}

/** Sending and saved follow one another with every sentence one types: only what breaks that rhythm is read out. */
function useAnnouncement(kind: StatusKind): 'polite' | 'off' {
  const before = useRef(kind);
  const ordinary = (one: StatusKind) => one === 'sending' || one === 'saved';
  const live = ordinary(kind) && ordinary(before.current) ? 'off' : 'polite';
  useEffect(() => {
    before.current = kind;
  }, [kind]);
  return live;
}
