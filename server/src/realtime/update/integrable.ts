// How far each section of an update can be integrated: what leans on something missing, or on itself in a circle, stops there.
// Linear in the number of leans, whatever an attacker writes: each section waits for at most one other at a time.
import type { Lean, ReadUpdate } from './read-update.ts';
import type { Section } from './update-parts.ts';

/** The sections cut to what can be integrated; the same array when all of it can. */
export function integrableSections(read: ReadUpdate): readonly Section[] {
  if (read.leans.length === 0) return read.sections;
  const progress = new Progress(read);
  for (let index = 0; index < read.sections.length; index++) progress.run(index);
  return progress.isComplete ? read.sections : progress.cutSections();
}

class Progress {
  readonly #sections: readonly Section[];
  /** Leans of each section, in order; `#next` is how many of them are satisfied. */
  readonly #leans: Lean[][];
  readonly #next: number[];
  readonly #stuck: boolean[];
  readonly #waiting: boolean[];
  readonly #indexOf = new Map<number, number>();

  constructor(read: ReadUpdate) {
    this.#sections = read.sections;
    this.#leans = read.sections.map(() => []);
    this.#next = read.sections.map(() => 0);
    this.#stuck = read.sections.map(() => false);
    this.#waiting = read.sections.map(() => false);
    read.sections.forEach((section, index) => {
      this.#indexOf.set(section.client, index);
    });
    for (const lean of read.leans) this.#leans[lean.section]?.push(lean);
  }

  get isComplete(): boolean {
    return this.#stuck.every((stuck) => !stuck);
  }

  /** Takes one section as far as it goes, and others as far as it needs them. */
  run(start: number): void {
    const stack: number[] = [];
    this.#push(stack, start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const lean = this.#pending(top);
      if (lean === undefined || this.#isReachedForParent(stack)) {
        stack.pop();
        this.#waiting[top] = false;
        continue;
      }
      const on = this.#indexOf.get(lean.onClient);
      if (on !== undefined && lean.onClock < this.#reach(on)) {
        this.#next[top] = (this.#next[top] ?? 0) + 1;
      } else if (on === undefined || this.#waiting[on] || this.#stuck[on] || lean.onClock >= (this.#sections[on]?.end ?? 0)) {
        // Everything on the stack waits for this one, so all of it stops where it is.
        for (const index of stack) {
          this.#stuck[index] = true;
          this.#waiting[index] = false;
        }
        return;
      } else {
        this.#push(stack, on);
      }
    }
  }

  cutSections(): Section[] {
    return this.#sections.flatMap((section, index) => {
      const lean = this.#stuck[index] ? this.#pending(index) : undefined;
      if (lean === undefined) return [section];
      if (lean.before === 0) return [];
      return [{ ...section, end: lean.clock, count: lean.before, to: lean.from }];
    });
  }

  #push(stack: number[], index: number): void {
    stack.push(index);
    this.#waiting[index] = true;
  }

  #pending(index: number): Lean | undefined {
    return this.#leans[index]?.[this.#next[index] ?? 0];
  }

  /** The clock up to which a section is integrated. */
  #reach(index: number): number {
    return this.#pending(index)?.clock ?? this.#sections[index]?.end ?? 0;
  }

  /** Whether the section on top has come as far as the one below it asked for. */
  #isReachedForParent(stack: readonly number[]): boolean {
    const top = stack.at(-1);
    const below = stack.at(-2);
    if (top === undefined || below === undefined) return false;
    const asked = this.#pending(below);
    return asked !== undefined && asked.onClock < this.#reach(top);
  }
}
