// Short messages about what was just done, at the foot of the page; read out, and gone by themselves.
import type { ReactNode } from 'react';
import { Toaster, toast } from 'sonner';
import styles from './toast.module.css';

export function Toasts(): ReactNode {
  return (
    <Toaster
      position="bottom-center"
      visibleToasts={2}
      offset="calc(var(--bottom-bar) + var(--space-4))"
      mobileOffset="calc(var(--bottom-bar) + var(--space-3))"
      toastOptions={{
        unstyled: true,
        duration: 6000,
        classNames: { toast: styles.toast ?? '', actionButton: styles.action ?? '', icon: styles.icon ?? '' },
      }}
    />
  );
}

export function tell(message: string): void {
  toast(message);
}

/** For what went wrong out of sight; stays until it is put away or its action is taken. */
export function tellFailure(message: string, action?: { readonly label: string; readonly onAct: () => void }): void {
  toast.error(message, { duration: 12_000, ...(action && { action: { label: action.label, onClick: action.onAct } }) });
}
