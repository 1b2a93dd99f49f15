// What one presses: a native button, or a link that looks like one. One primary per view; what is under way says so and keeps its width.
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { useWords } from './words.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Face {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  /** Fills the width it is given. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

interface ButtonProps extends Face, Omit<ComponentProps<'button'>, 'children'> {
  /** Something was asked and has not been answered: cannot be pressed again, stays focusable. */
  readonly pending?: boolean;
}

function classOf({ look = 'secondary', wide = false }: Pick<Face, 'look' | 'wide'>): string {
  return [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(' ');
}

export function Button({
  look,
  icon,
  wide,
  pending = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps): ReactNode {
  const { ui } = useWords();
  return (
    <button
      {...rest}
      type={type}
      className={classOf({ ...(look && { look }), ...(wide && { wide }) })}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span className={styles.label}>
        {children}
        {pending && <span className="visually-hidden">{` ${ui.working}`}</span>}
      </span>
    </button>
  );
}

interface ButtonLinkProps extends Face {
  readonly href: string;
  /** Opens beside the page one is on: for a second screen. */
  readonly beside?: boolean;
  /** What it is called where its words alone would be those of its neighbours too. */
  readonly label?: string | undefined;
}

export function ButtonLink({ href, look, icon, wide, beside = false, label, children }: ButtonLinkProps): ReactNode {
  const face = { className: classOf({ ...(look && { look }), ...(wide && { wide }) }), 'aria-label': label };
  const words = (
    <>
      {icon}
      <span className={styles.label}>{children}</span>
    </>
  );
  return beside ? (
    <a href={href} target="_blank" rel="noopener" {...face}>
      {words}
    </a>
  ) : (
    <Link href={href} {...face}>
      {words}
    </Link>
  );
}

/** A square with a picture and, for those who do not see it, its name. */
export function IconButton({
  label,
  children,
  ...rest
}: { label: string } & Omit<ComponentProps<'button'>, 'aria-label'>): ReactNode {
  return (
    <button {...rest} type="button" className={styles.icon} aria-label={label} title={label}>
      {children}
    </button>
  );
}
