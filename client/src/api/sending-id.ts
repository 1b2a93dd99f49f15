// Under which id something is sent: the same for the same form, so that a second try after a lost answer makes no second one, and another
// for a changed form, so that what was changed is never taken for the first.
import { newId } from '@cocrea/shared/domain/ids.ts';

/** One for each thing being made; forms are compared as JSON. */
export function createSendingIds(): (form: unknown) => string {
  let sent: { readonly form: string; readonly id: string } | null = null;
  return (form) => {
    const written = JSON.stringify(form);
    if (sent?.form !== written) sent = { form: written, id: newId() };
    return sent.id;
  };
}
