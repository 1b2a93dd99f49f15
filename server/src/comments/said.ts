// What somebody says in a comment, as it is stored: its words within their limit, and the people it names, who must be of the lab.
import { commentLimits } from '@cocrea/shared/domain/comment.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface Said {
  readonly text: string;
  readonly mentions: readonly string[];
}

/** Throws AppError `missing_field`, `text_too_long`, `mention_unknown`. */
export async function checkedWords({ records, database }: Ledger, { labId, said }: { labId: string; said: Said }): Promise<Said> {
  const text = requiredText(said.text, { field: 'text', limit: commentLimits.text });
  const mentions = [...new Set(said.mentions)];
  if (mentions.length > 0) {
    const query = database
      .selectFrom('memberships')
      .where('lab_id', '=', labId)
      .where('removed_at', 'is', null)
      .where('person_id', 'in', mentions)
      .select('person_id');
    if ((await records.read(query.compile())).length !== mentions.length) throw new AppError('mention_unknown');
  }
  return { text, mentions };
}

/** What the log keeps of who was named: ids alone, as everything in it. */
export function mentionsInLog(mentions: readonly string[]): { mentions?: string } {
  return mentions.length === 0 ? {} : { mentions: mentions.join(' ') };
}
