// Draws the short messages of Toast.tsx. Apart from it, because what draws is heavier than any page that tells something.
import { useEffect, type ReactNode } from 'react';
import { Toaster as Drawer, toast } from 'sonner';
import styles from './toast.module.css';
import { useWords } from './words.ts';

export interface Message {
  readonly text: string;
  /** Went wrong out of sight: stays until it is put away or its action is taken. */
  readonly failed: boolean;
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

/** Milliseconds in which what was done can be taken back. */
const timeToAct = 12_000;

/** The message that offers to take back what was done last. */
let offer: string | number | null = null;

function draw({ text, failed, action }: Message): void {
  const button = action && { action: { label: action.label, onClick: action.onAct } };
  if (failed) toast.error(text, { duration: Number.POSITIVE_INFINITY, closeButton: true, ...button });
  else if (button === undefined) toast(text);
  else {
    // Only the last thing done is taken back. A message of its own: one pressed in the moment it is replaced takes only itself away.
    if (offer !== null) toast.dismiss(offer);
    offer = toast(text, { duration: timeToAct, ...button });
  }
}

interface ToasterProps {
  /** Called when messages can be drawn; what it returns, when they no longer can. */
  readonly onReady: (draw: (message: Message) => void) => () => void;
}

export default function Toaster({ onReady }: ToasterProps): ReactNode {
  const { ui } = useWords();
  useEffect(() => onReady(draw), [onReady]);
  return (
    <Drawer
      containerAriaLabel={ui.messages}
      position="bottom-center"
      visibleToasts={2}
      expand
      offset={{ bottom: 'calc(var(--bottom-bar) + var(--space-4))' }}
      mobileOffset={{ bottom: 'calc(var(--bottom-bar) + var(--space-3))', left: 'var(--space-4)', right: 'var(--space-4)' }}
      toastOptions={{
        unstyled: true,
        duration: 6000,
        closeButtonAriaLabel: ui.close,
        classNames: {
          toast: styles.toast ?? '',
          content: styles.content ?? '',
          actionButton: styles.action ?? '',
          closeButton: styles.close ?? '',
          icon: styles.icon ?? '',
        },
      }}
    />
  );
}
