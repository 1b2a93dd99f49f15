// What stands where a page broke or did not arrive: words and a way on, instead of nothing. What was typed in documents is on the device.
import type { readSession } from '@cocrea/shared/api/session.ts';
import { Component, useState, type ReactNode } from 'react';
import { call, NetworkFailure } from '../api/call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';

/** A part of the program that could not be fetched, in the words of the three engines and of the bundler. */
const missingPart = /dynamically imported module|importing a module script|error loading|unable to preload/i;

function Broken({ failure }: { readonly failure: unknown }): ReactNode {
  const { app, ui } = useWords();
  const missing = failure instanceof Error && missingPart.test(failure.message);
  const [asking, setAsking] = useState(false);
  async function reload(): Promise<void> {
    setAsking(true);
    // Reloaded while the server is away, a page on a plain address would be gone, and the way back with it.
    const away = missing && (await isAway());
    setAsking(false);
    if (!away) location.reload();
  }
  return (
    <Page title={app.shell.failed} width="narrow">
      <ErrorState
        action={
          <Button pending={asking} onClick={() => void reload()}>
            {ui.reload}
          </Button>
        }
      >
        {missing ? app.shell.outdated : ui.unknownFailure}
      </ErrorState>
    </Page>
  );
}

function isAway(): Promise<boolean> {
  return call<typeof readSession>('GET /api/session', {}).then(
    () => false,
    (failure: unknown) => failure instanceof NetworkFailure,
  );
}

interface GuardProps {
  /** What is shown: where it changes, what failed before is left behind. */
  readonly at?: string;
  readonly children: ReactNode;
}

interface State {
  readonly failure: unknown;
  readonly failed: boolean;
}

export class FailureGuard extends Component<GuardProps, State> {
  override state: State = { failure: null, failed: false };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure, failed: true };
  }

  override componentDidCatch(failure: unknown): void {
    console.error(failure);
  }

  override componentDidUpdate(before: GuardProps): void {
    if (this.state.failed && before.at !== this.props.at) this.setState({ failure: null, failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken failure={this.state.failure} /> : this.props.children;
  }
}
