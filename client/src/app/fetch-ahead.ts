// What the page at this address is made of, asked for while the server is still being asked who one is. Otherwise each part is found out about only
// once the one around it stands, and on a slow line every one of them costs its own way there and back.
import { routes } from './paths.ts';

const parts = [
  { route: routes.document, files: [() => import('./LabArea.tsx'), () => import('../features/drafts/DraftPage.tsx')] },
  { route: routes.history, files: [() => import('./LabArea.tsx'), () => import('../features/history/HistoryPage.tsx')] },
  { route: routes.matrix, files: [() => import('./LabArea.tsx'), () => import('../features/publication/MatrixPage.tsx')] },
] as const;

/** Whoever lacks a part asks for it again, and is told then where it cannot be had. */
export function fetchAhead(path: string): void {
  const here = parts.find(({ route }) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
  for (const file of here?.files ?? []) void file().catch(() => undefined);
}
