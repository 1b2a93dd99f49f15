// Which colours meet on the screen, as tokens: inks on the grounds they may stand on, and how far apart they must be.

export const grounds = ['paper', 'surface', 'sunken'] as const;
const inks = ['text', 'muted', 'accent', 'danger', 'warning'] as const;
const kinds = ['ciudadania', 'ong', 'sector-publico', 'academia', 'privado'] as const;
const people = Array.from({ length: 12 }, (_, index) => `person-${index}`);

/** `text` is read, `mark` is a drawing, an outline or a ring. */
export type PairUse = 'text' | 'mark';

/** The least contrast of each use. Text is held to more than the 4.5 of WCAG; 5.5 is the 5.6 of the look after rounding its own values. */
export const leastContrast: Record<PairUse, number> = { text: 5.5, mark: 3 };

export interface ColorPair {
  readonly ink: string;
  readonly ground: string;
  readonly use: PairUse;
}

function across(some: readonly string[], under: readonly string[], use: PairUse): ColorPair[] {
  return some.flatMap((ink) => under.map((ground) => ({ ink, ground, use })));
}

/** By the name of their group in i18n `style.colors`. */
export const colorPairs = {
  inks: across(inks, grounds, 'text'),
  soft: [
    { ink: 'text', ground: 'accent-soft', use: 'text' },
    { ink: 'accent', ground: 'accent-soft', use: 'text' },
    { ink: 'text', ground: 'danger-soft', use: 'text' },
    { ink: 'danger', ground: 'danger-soft', use: 'text' },
    { ink: 'text', ground: 'warning-soft', use: 'text' },
    { ink: 'warning', ground: 'warning-soft', use: 'text' },
  ],
  actions: [
    { ink: 'on-accent', ground: 'accent', use: 'text' },
    { ink: 'on-accent', ground: 'accent-strong', use: 'text' },
    { ink: 'on-danger', ground: 'danger', use: 'text' },
    { ink: 'on-danger', ground: 'danger-strong', use: 'text' },
    { ink: 'paper', ground: 'text', use: 'text' },
    { ink: 'qr-dark', ground: 'qr-light', use: 'text' },
  ],
  outlines: [...across(['outline'], grounds, 'mark'), ...across(['accent'], grounds, 'mark')],
  kinds: across(
    kinds.map((kind) => `kind-${kind}`),
    [...grounds, 'accent-soft'],
    'mark',
  ),
  people: [...across(['on-person'], people, 'text'), ...across(people, ['surface'], 'text')],
} as const satisfies Record<string, readonly ColorPair[]>;

export type ColorGroup = keyof typeof colorPairs;
export const colorGroups = Object.keys(colorPairs) as readonly ColorGroup[];
