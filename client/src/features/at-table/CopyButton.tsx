// Takes words along from a phone that cannot send them; says whether it did.
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { copyWords } from './copy-words.ts';
import { useWords } from './words.ts';

export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const { refused: say } = useWords().atTable;
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'by_hand'>('idle');
  return (
    <>
      <Button onClick={() => void copyWords(text).then((copied) => setOutcome(copied ? 'copied' : 'by_hand'))}>{say.copy}</Button>
      <span role="status">{{ idle: '', copied: say.copied, by_hand: say.copyByHand }[outcome]}</span>
    </>
  );
}
