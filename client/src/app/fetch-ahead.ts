// What the page at this address is made of, asked for while the server is still being asked who one is. Otherwise it is found out about only once the
// lab around it stands and its documents are known, and on a slow line that costs another way there and back, or two.
import { routes } from './paths.ts';

const pages = [
  { route: routes.document, file: () => import('../features/drafts/DraftPage.tsx') },
  { route: routes.history, file: () => import('../features/history/HistoryPage.tsx') },
  { route: routes.matrix, file: () => import('../features/publication/MatrixPage.tsx') },
] as const;

/** Whoever lacks the page asks for it again, and is told then where it cannot be had. */
export function fetchAhead(path: string): void {
  const here = pages.find(({ route }) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
  void here?.file().catch(() => undefined);
}
