// What stands where a page broke or did not arrive: words and a way on, instead of nothing. What was typed in documents is on the device.
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';

/** A part of the program that could not be fetched, in the words of the three engines. */
const missingPart = /dynamically imported module|importing a module script|error loading/i;

function Broken({ failure }: { readonly failure: unknown }): ReactNode {
  const { app, ui } = useWords();
  const missing = failure instanceof Error && missingPart.test(failure.message);
  return (
    <Page title={app.shell.failed} width="narrow">
      <ErrorState action={<Button onClick={() => location.reload()}>{ui.reload}</Button>}>
        {missing ? app.shell.outdated : ui.unknownFailure}
      </ErrorState>
    </Page>
  );
}

interface State {
  readonly failure: unknown;
  readonly failed: boolean;
}

export class FailureGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null, failed: false };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure, failed: true };
  }

  override componentDidCatch(failure: unknown): void {
    console.error(failure);
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken failure={this.state.failure} /> : this.props.children;
  }
}
