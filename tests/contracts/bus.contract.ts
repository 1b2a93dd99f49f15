// What every line between nodes promises: others hear, in order, whatever it is; one's own words come back to nobody; what is lost is lost without
// a word, and who may have missed something is told so.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bus, BusListener } from '@cocrea/server/src/bus/bus.ts';

export interface NodeUnderTest {
  readonly bus: Bus;
  /** Nothing passes between this node and the others any more, and the node can know. */
  cut(): void;
  restore(): void;
}

export interface LineUnderTest {
  /** One more node on the same line, which carries when it resolves. */
  node(onTrouble?: (trouble: Error) => void): Promise<NodeUnderTest>;
  close(): Promise<void>;
}

/** Keeps what it heard, and can be waited for. */
class Ear implements BusListener {
  readonly heard: string[] = [];
  readonly bytes: Uint8Array[] = [];
  told = 0;
  #waiting: (() => void)[] = [];

  hear(message: Uint8Array): void {
    this.bytes.push(message);
    this.heard.push(Buffer.from(message.subarray(0, 40)).toString());
    this.#wake();
  }
  listening(): void {
    this.told += 1;
    this.#wake();
  }
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
  async hears(message: string): Promise<void> {
    await this.until(() => this.heard.includes(message));
  }
  #wake(): void {
    const woken = this.#waiting;
    this.#waiting = [];
    for (const wake of woken) wake();
  }
}

const words = (text: string): Uint8Array => Buffer.from(text);

export function busContract(adapter: string, open: () => Promise<LineUnderTest>): void {
  describe(`bus: ${adapter}`, () => {
    let line: LineUnderTest;
    beforeEach(async () => {
      line = await open();
    });
    afterEach(() => line.close());

    /** An ear that listens already. */
    async function listen({ bus }: NodeUnderTest, topic = 'a'): Promise<Ear & { stop: () => void }> {
      const ear = new Ear();
      const stop = bus.subscribe(topic, ear);
      await ear.until(() => ear.told > 0);
      return Object.assign(ear, { stop });
    }

    test('all other nodes hear, in the order it was said; who said it does not, nor who listens to something else', async () => {
      const [one, two, three] = [await line.node(), await line.node(), await line.node()];
      const own = await listen(one);
      const [second, third, beside] = [await listen(two), await listen(three), await listen(two, 'b')];
      const said = Array.from({ length: 300 }, (_, no) => `word ${no}`);
      for (const word of said) one.bus.publish('a', words(word));
      await second.hears('word 299');
      await third.hears('word 299');
      expect([second.heard, third.heard]).toEqual([said, said]);
      // What is said later arrives later: by now the own words would have been here.
      two.bus.publish('a', words('answer'));
      await own.hears('answer');
      one.bus.publish('b', words('beside'));
      await beside.hears('beside');
      expect([own.heard, beside.heard]).toEqual([['answer'], ['beside']]);
      expect([one.bus.isShared, one.bus.isUp, two.bus.isUp]).toEqual([true, true, true]);
    });

    test('nothing is heard, nor told, while it is being said or asked for', async () => {
      const [one, two] = [await line.node(), await line.node()];
      const ear = new Ear();
      two.bus.subscribe('a', ear);
      expect(ear.told).toBe(0);
      await ear.until(() => ear.told > 0);
      one.bus.publish('a', words('x'));
      expect(ear.heard).toEqual([]);
      await ear.hears('x');
    });

    test('each who begins to listen is told once; who stopped hears nothing, and the others go on', async () => {
      const [one, two] = [await line.node(), await line.node()];
      const [first, second] = [await listen(two), await listen(two)];
      expect([first.told, second.told]).toEqual([1, 1]);
      first.stop();
      first.stop();
      one.bus.publish('a', words('for one'));
      await second.hears('for one');
      second.stop();
      const again = await listen(two);
      one.bus.publish('a', words('again'));
      await again.hears('again');
      expect([first.heard, second.heard, again.heard]).toEqual([[], ['for one'], ['again']]);
      expect([first.told, second.told, again.told]).toEqual([1, 1, 1]);
    });

    test('a listener that fails is reported and keeps nobody from hearing', async () => {
      const troubles: string[] = [];
      const [one, two] = [await line.node(), await line.node((trouble) => troubles.push(trouble.message))];
      const fail = (): void => {
        throw new Error('a broken ear');
      };
      two.bus.subscribe('a', { hear: fail, listening: fail });
      const whole = await listen(two);
      one.bus.publish('a', words('x'));
      one.bus.publish('a', words('y'));
      await whole.hears('y');
      expect(whole.heard).toEqual(['x', 'y']);
      await expect.poll(() => troubles).toEqual(['a broken ear', 'a broken ear', 'a broken ear']);
    });

    test('bytes arrive as they were, a megabyte and none at all, whatever becomes of them where they were said', async () => {
      const [one, two] = [await line.node(), await line.node()];
      const ear = await listen(two);
      const large = Uint8Array.from({ length: 1_048_576 }, (_, index) => (index * 31 + (index >> 8)) % 256);
      const reused = large.slice();
      one.bus.publish('a', reused);
      reused.fill(0);
      one.bus.publish('a', new Uint8Array(0));
      await ear.until(() => ear.bytes.length === 2);
      expect(Buffer.compare(ear.bytes[0] ?? new Uint8Array(), large)).toBe(0);
      expect(ear.bytes[1]).toHaveLength(0);
    });

    test('two thousand topics, each with ears of its own', async () => {
      const [one, two] = [await line.node(), await line.node()];
      const topics = Array.from({ length: 2_000 }, (_, no) => `compromiso-${no}.nota ñ`);
      const ears = await Promise.all(topics.map((topic) => listen(two, topic)));
      for (const topic of topics) one.bus.publish(topic, words(topic));
      await Promise.all(ears.map((ear, no) => ear.hears(topics[no] ?? '')));
      expect(ears.every(({ heard }, no) => heard.length === 1 && heard[0] === topics[no])).toBe(true);
    });

    test('[NO3] while a line is cut it says so and loses what is said; both sides are told to look when it is back', async () => {
      const [one, two, three] = [await line.node(), await line.node(), await line.node()];
      const [first, second, third] = [await listen(one), await listen(two), await listen(three)];
      const untouched = await listen(two, 'b');
      one.cut();
      await expect.poll(() => one.bus.isUp).toBe(false);
      expect([two.bus.isUp, three.bus.isUp]).toEqual([true, true]);
      one.bus.publish('a', words('lost on the way out'));
      const newcomer = new Ear();
      one.bus.subscribe('a', newcomer);
      two.bus.publish('a', words('lost on the way in'));
      await third.hears('lost on the way in');
      expect([first.told, newcomer.told, second.told]).toEqual([1, 0, 1]);
      one.restore();
      for (const ear of [newcomer, first]) await ear.until(() => ear.told === (ear === first ? 2 : 1));
      for (const ear of [second, third]) await ear.until(() => ear.told === 2);
      await expect.poll(() => one.bus.isUp).toBe(true);
      one.bus.publish('a', words('out again'));
      two.bus.publish('a', words('in again'));
      await first.hears('in again');
      await third.hears('out again');
      await third.hears('in again');
      await second.hears('out again');
      expect([first.heard, newcomer.heard]).toEqual([['in again'], ['in again']]);
      expect(second.heard).toEqual(['out again']);
      // Of this topic nobody lost anything.
      expect(untouched.told).toBe(1);
    });

    test('what was said before closing goes out; afterwards nothing is said or heard, and nobody minds', async () => {
      const [one, two] = [await line.node(), await line.node()];
      const [own, ear] = [await listen(one), await listen(two)];
      one.bus.publish('a', words('farewell'));
      await Promise.all([one.bus.close(), one.bus.close()]);
      await ear.hears('farewell');
      one.bus.publish('a', words('from beyond'));
      one.bus.subscribe('b', own)();
      two.bus.publish('a', words('hello?'));
      const third = await listen(await line.node());
      two.bus.publish('a', words('anybody?'));
      await third.hears('anybody?');
      expect([own.heard, ear.heard]).toEqual([[], ['farewell']]);
      expect(one.bus.isUp).toBe(false);
    });
  });
}
