// A code over the whole screen, for a projector: light in both themes because cameras read it, left with Escape or a button.
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from './words.ts';
import { needsSameNetwork } from './join-link.ts';
import { Poster, type PosterProps } from './Poster.tsx';
import styles from './projected-code.module.css';

/** To be called while a press is being handled, or browsers refuse. Where there is no full screen, the page itself is filled. */
export function enterFullScreen(): void {
  const page = document.documentElement;
  if ('requestFullscreen' in page) void page.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
}

function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}

export function ProjectedCode({ onLeave, ...poster }: PosterProps & { readonly onLeave: () => void }): ReactNode {
  const { codes: say } = useWords();
  const titleId = useId();
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  const leave = (): void => {
    leaveFullScreen();
    onLeave();
  };
  useEffect(() => {
    // In full screen the browser keeps Escape for itself: leaving it leaves this too.
    const left = (): void => {
      if (!document.fullscreenElement) latest.current();
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  const { closedAt, uses } = poster.code;
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && leave()} className={styles.overlay ?? ''}>
      <Modal className={styles.screen ?? ''}>
        <Dialog aria-labelledby={titleId} className={styles.dialog ?? ''}>
          <button type="button" className={styles.leave} onClick={leave}>
            <X aria-hidden="true" />
            {say.poster.back}
          </button>
          <Poster {...poster} titleId={titleId}>
            {needsSameNetwork(poster.address) && <p>{say.poster.network}</p>}
            <p role="status" className={styles.state}>
              {closedAt === null ? say.poster.arrived(uses) : say.poster.closed}
            </p>
          </Poster>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
