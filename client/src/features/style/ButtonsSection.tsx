// Buttons: the four looks, each at rest, with the focus, under way and off; links that look like them; squares with a picture.
import { Bold, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button, ButtonLink, IconButton, type ButtonLook } from '../../ui/Button.tsx';
import { useStyleWords } from './use-style-words.ts';
import { anchors } from './anchors.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';
import styles from './row.module.css';

const looks: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger'];
/** Milliseconds an imagined action takes. */
const actionTakes = 2000;

/** Shows the way from rest to under way and back. */
function Action(): ReactNode {
  const style = useStyleWords();
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setPending(false), actionTakes);
    return () => clearTimeout(timer);
  }, [pending]);
  return (
    <Button look="primary" pending={pending} onClick={() => setPending(true)}>
      {style.buttons.freeze}
    </Button>
  );
}

export function ButtonsSection(): ReactNode {
  const style = useStyleWords();
  const { states, buttons } = style;
  const row = (props: { readonly pending?: boolean; readonly disabled?: boolean }) => (
    <div className={styles.row}>
      {looks.map((look) => (
        <Button key={look} look={look} {...props}>
          {buttons[look]}
        </Button>
      ))}
    </div>
  );
  return (
    <Piece name="buttons">
      <Specimens wide>
        <Specimen label={states.rest}>{row({})}</Specimen>
        <Specimen label={states.focus} focused>
          {row({})}
        </Specimen>
        <Specimen label={states.working}>{row({ pending: true })}</Specimen>
        <Specimen label={states.off}>{row({ disabled: true })}</Specimen>
      </Specimens>
      <Specimens>
        <Specimen label={buttons.tryIt}>
          <Action />
        </Specimen>
        <Specimen label={buttons.withPicture}>
          <div className={styles.row}>
            <Button icon={<Plus aria-hidden="true" />}>{buttons.create}</Button>
            <Button look="danger" icon={<Trash2 aria-hidden="true" />} pending>
              {buttons.danger}
            </Button>
          </div>
        </Specimen>
        <Specimen label={buttons.link}>
          <ButtonLink href={`#${anchors.buttons}`} look="primary">
            {buttons.open}
          </ButtonLink>
        </Specimen>
        <Specimen label={buttons.squares}>
          <div className={styles.row}>
            <IconButton label={buttons.bold}>
              <Bold aria-hidden="true" />
            </IconButton>
            <IconButton label={buttons.boldOn} aria-pressed="true">
              <Bold aria-hidden="true" />
            </IconButton>
            <IconButton label={buttons.boldOff} disabled>
              <Bold aria-hidden="true" />
            </IconButton>
          </div>
        </Specimen>
        <Specimen label={buttons.wide}>
          <Button wide>{buttons.longWords}</Button>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
