// The page somebody wanted before being asked who they are: kept for this tab, and taken up once they are in.
const name = 'cocrea.wish';

export function keepWish(path: string): void {
  try {
    sessionStorage.setItem(name, path);
  } catch {
    // They land at the start instead.
  }
}

/** The wished page, once; null where there was none. Only ever an address of ours. */
export function takeWish(): string | null {
  try {
    const wish = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return wish?.startsWith('/') && !wish.startsWith('//') ? wish : null;
  } catch {
    return null;
  }
}
