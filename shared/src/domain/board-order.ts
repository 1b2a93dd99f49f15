// Where clusters stand in their column: numbers that leave room between them, spread anew where there is none left.

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** From the top; two at one place by their ids, on every screen alike. */
export function inOrder<Cluster extends Placed>(clusters: readonly Cluster[]): Cluster[] {
  return [...clusters].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Room between two that are spread anew; what arrives later comes after all of them, for its place is the time. */
const room = 1000;

/** The places that change when one of a column is put above another, or at the foot (null): its own, and all of them where nothing fits between. */
export function placeBefore(
  column: readonly Placed[],
  { id, before }: { id: string; before: string | null },
): ReadonlyMap<string, number> {
  if (before === id) return new Map();
  const others = inOrder(column.filter((one) => one.id !== id));
  const found = before === null ? -1 : others.findIndex((one) => one.id === before);
  const index = found === -1 ? others.length : found;
  const above = others[index - 1];
  const below = others[index];
  if (above === undefined && below === undefined) return new Map();
  const position =
    above === undefined
      ? below!.position - room
      : below === undefined
        ? above.position + 1
        : (above.position + below.position) / 2;
  const fits = (above === undefined || above.position < position) && (below === undefined || position < below.position);
  if (fits) return new Map([[id, position]]);
  const last = others.at(-1)?.position ?? 0;
  const order = [...others.slice(0, index).map((one) => one.id), id, ...others.slice(index).map((one) => one.id)];
  return new Map(order.map((one, at) => [one, last - (order.length - 1 - at) * room]));
}
