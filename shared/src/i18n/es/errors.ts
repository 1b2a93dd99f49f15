// What went wrong, in Spanish: what happened, then what to do. One sentence for every code, or it does not compile.
import type { ErrorCode, ErrorDetails } from '../../errors.ts';

export const errors = {} as Record<ErrorCode, (details: ErrorDetails) => string>;
