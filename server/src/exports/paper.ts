// A file that is asked for: what it is about, and in which form.
import type { MatrixFormat } from '@cocrea/shared/domain/paper-format.ts';
import type { MatrixPaper } from './matrix-paper.ts';

export type Paper = { readonly of: 'matrix'; readonly format: MatrixFormat; readonly matrix: MatrixPaper };
