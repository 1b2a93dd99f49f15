// A file that is asked for: what it is about, and in which form. The published file with its fingerprint is no paper: it is the text itself.
import type { DraftFormat, MatrixFormat } from '@cocrea/shared/domain/paper-format.ts';
import type { DraftPaper } from './draft-paper.ts';
import type { MatrixPaper } from './matrix-paper.ts';

export type Paper =
  | { readonly of: 'draft'; readonly format: Exclude<DraftFormat, 'json'>; readonly draft: DraftPaper }
  | { readonly of: 'matrix'; readonly format: MatrixFormat; readonly matrix: MatrixPaper };
