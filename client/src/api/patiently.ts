// Asking once more where the server was not reached: whoever walks into a hall changes networks. Refusals are answers and are not asked again.
import { NetworkFailure } from './call.ts';

/** Whether to ask again, after so many attempts that failed. */
export function worthAnother(attempts: number, failure: unknown): boolean {
  return failure instanceof NetworkFailure && attempts < 2;
}

/** Milliseconds before the next attempt. */
export function pauseAfter(attempts: number): number {
  return 500 * 2 ** attempts;
}

/** Rejects with what the last attempt failed with. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await ask();
    } catch (failure) {
      if (!worthAnother(attempts, failure)) throw failure;
      await new Promise((resume) => setTimeout(resume, pauseAfter(attempts)));
    }
  }
}
