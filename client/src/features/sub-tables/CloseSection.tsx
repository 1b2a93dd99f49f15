// The end of a table, at the foot of its console: what closing does, and the button that asks first.
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { useWords } from './words.ts';

export function CloseSection({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { tables } = useWords();
  return (
    <Section title={tables.console.close}>
      <p>{tables.console.closeWhat}</p>
      <div>
        <Button icon={<Lock aria-hidden="true" />} onClick={onClose}>
          {tables.console.close}
        </Button>
      </div>
    </Section>
  );
}
