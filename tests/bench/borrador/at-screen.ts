// Times as somebody at the screen has them: until what they asked for is painted, from their hand to the glass, and how evenly it scrolls.
// The clock is the page's own and stops after the frame that shows it.
import type { BrowserContext, Page } from 'playwright-core';

interface Stopwatch {
  /** Milliseconds from `since` to the frame in which the page has at least `count` elements of `selector`, the last of them with `words`. */
  untilPainted(seen: Seen & { readonly since: 'start' | 'press' }): Promise<number>;
  /** Begins to note how long each key takes to be painted; what is noted, when it is asked again. */
  keys(): number[];
  /** Begins to note how far frames lie apart; what is noted, when it is asked again. */
  frames(): number[];
}
declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

export interface Seen {
  readonly selector: string;
  readonly words?: string;
  readonly count?: number;
}

/** To be called once for a device, before its first page. */
export async function takeStopwatch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const painted: ((at: number) => void)[] = [];
    port1.onmessage = () => painted.shift()?.(performance.now());
    // A message posted in a frame's callback is read after the frame was drawn.
    const afterFrame = (): Promise<number> =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          painted.push(resolve);
          port2.postMessage(null);
        }),
      );
    let pressed = 0;
    addEventListener('pointerdown', ({ timeStamp }) => (pressed = timeStamp), true);
    let keys: number[] | null = null;
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const list = keys;
        if (list !== null) void afterFrame().then((now) => list.push(now - timeStamp));
      },
      true,
    );
    let frames: number[] | null = null;
    let before = 0;
    const onFrame = (now: number): void => {
      if (frames === null) return;
      if (before > 0) frames.push(now - before);
      before = now;
      requestAnimationFrame(onFrame);
    };
    window.stopwatch = {
      untilPainted: async ({ selector, words = '', count = 1, since }) => {
        pressed = 0;
        for (;;) {
          const now = await afterFrame();
          const found = document.querySelectorAll(selector);
          const there = found.length >= count && (found[found.length - 1]?.textContent ?? '').includes(words);
          if (there && (since === 'start' || pressed > 0)) return now - (since === 'start' ? 0 : pressed);
        }
      },
      keys: () => {
        const noted = keys ?? [];
        keys = [];
        return noted;
      },
      frames: () => {
        const noted = frames ?? [];
        if (frames === null) {
          frames = [];
          before = 0;
          requestAnimationFrame(onFrame);
        } else frames = null;
        return noted;
      },
    };
  });
}

/** Goes to an address; milliseconds until it shows `seen`. */
export async function untilShown(page: Page, address: string, seen: Seen): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate((what) => window.stopwatch.untilPainted({ ...what, since: 'start' }), seen);
}

/** Does `press`, which touches the page once; milliseconds from the touch until it shows `seen`. */
export async function fromPress(page: Page, seen: Seen, press: () => Promise<void>): Promise<number> {
  const shown = page.evaluate((what) => window.stopwatch.untilPainted({ ...what, since: 'press' }), seen);
  await press();
  return shown;
}

/** Types with pauses as a hand makes them; milliseconds of each key. */
export async function typed(page: Page, words: string): Promise<readonly number[]> {
  await page.evaluate(() => void window.stopwatch.keys());
  await page.keyboard.type(words, { delay: 60 });
  return page.evaluate(() => window.stopwatch.keys());
}

/** Turns the wheel until the page has all `count` elements and its end is reached; milliseconds between frames meanwhile. */
export async function scrolled(page: Page, { selector, count }: { selector: string; count: number }): Promise<readonly number[]> {
  await page.evaluate(() => void window.stopwatch.frames());
  const atEnd = (): Promise<boolean> =>
    page.evaluate(
      (wanted) =>
        document.querySelectorAll(wanted.selector).length >= wanted.count &&
        innerHeight + scrollY >= document.documentElement.scrollHeight - 2,
      { selector, count },
    );
  for (let turn = 0; turn % 20 !== 0 || !(await atEnd()); turn++) {
    if (turn > 2_000) throw new Error(`scrolled for long, and not at the end of ${count} of ${selector}`);
    await page.mouse.wheel(0, 1_000);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => window.stopwatch.frames());
}
