// What `public/theme.js` asked before the program was here: each answer is taken once, by the first call that would ask the same.

declare global {
  // oxlint-disable-next-line no-var -- what a global declaration needs
  var cocreaEarly: Map<string, Promise<Response>> | undefined;
}

/** Undefined where it was not asked, or was taken before. */
export function takeEarlyAnswer(address: string): Promise<Response> | undefined {
  const early = globalThis.cocreaEarly;
  const answer = early?.get(address);
  early?.delete(address);
  return answer;
}
