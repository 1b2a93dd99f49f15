// What is wrong with a field, beside it: an icon, and words. Always in the page, so that what appears in it is read out.
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

export function FieldError({ id, children }: { readonly id: string; readonly children: string | undefined }): ReactNode {
  return (
    <div id={id} role="alert">
      {children !== undefined && (
        <p className={styles.error}>
          <CircleAlert aria-hidden="true" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
