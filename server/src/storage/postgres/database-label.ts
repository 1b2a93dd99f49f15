// How a database is named in logs and on screens: without who opens it and how.

export function labelOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
