// A form that never lets the browser speak for it: what is wrong is said beside each field, and the first such field is taken to.
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './form.module.css';

interface FormProps {
  readonly onSubmit: () => void;
  /** Anything that changes when a submission was refused; the first field marked as wrong then gets the focus. */
  readonly refusal?: unknown;
  readonly children: ReactNode;
}

export function Form({ onSubmit, refusal, children }: FormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusal]);
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** The buttons at its foot. */
export function FormActions({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.actions}>{children}</div>;
}
