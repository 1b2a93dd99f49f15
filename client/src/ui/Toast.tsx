// Short messages about what was just done, at the foot of the page; read out, and gone by themselves.
import type { ReactNode } from 'react';
import { Toaster, toast } from 'sonner';
import styles from './toast.module.css';
import { useWords } from './words.ts';

export function Toasts(): ReactNode {
  const { ui } = useWords();
  return (
    <Toaster
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

export function tell(message: string): void {
  toast(message);
}

/** With one thing that can still be done about it, such as taking it back. */
export function tellWithAction(message: string, { label, onAct }: { readonly label: string; readonly onAct: () => void }): void {
  toast(message, { duration: 12_000, action: { label, onClick: onAct } });
}

/** For what went wrong out of sight; stays until it is put away or its action is taken. */
export function tellFailure(message: string, action?: { readonly label: string; readonly onAct: () => void }): void {
  toast.error(message, {
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
    ...(action && { action: { label: action.label, onClick: action.onAct } }),
  });
}
