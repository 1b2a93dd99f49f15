// Journey: a facilitator opens "Datos como activo". The projector shows how to come in, people come in by the real door, some on paper; they
// are dealt into circles of five, answer the first question against a clock all screens share, and close with a result that has its folios.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTables } from '@cocrea/shared/api/tables.ts';
import { readTablePeople } from '@cocrea/shared/api/table-people.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { errors } from '@cocrea/shared/i18n/es/errors.ts';
import { tables as say } from '@cocrea/shared/i18n/es/tables.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { ask, bearer, joinAs } from '../api/ask.ts';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { newPerson, type Person } from './person.ts';

const { app, ui } = es;
/** A name that leads to this machine, as a phone in a hall has the server's address: no `localhost`, no TLS. */
const hall = 'sala.test';
const no = 5;
const seats = 15;

let server: RunningServer;
let browser: Browser;
let token: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser({ hosts: [hall] })]);
  token = await server.token('facilitator');
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const lab = `/laboratorios/${demoLab}`;
const inHall = (path: string): string => server.url.replace('127.0.0.1', hall) + path;

/** Somebody of the staff on a device in the hall. */
async function staff(size: typeof phone | typeof desktop): Promise<Person> {
  const device = await newDevice(browser, size);
  await device.addCookies([{ name: 'cocrea_session', value: token, url: inHall('') }]);
  return newPerson(device);
}

/** Through the form of the page of the code, as anybody in the hall. */
async function fillDoor(device: BrowserContext, { code, alias }: { code: string; alias: string }): Promise<Person> {
  const person = await newPerson(device);
  await person.open(inHall(`/unirse/${code}`));
  await person.page.getByLabel(app.join.alias).fill(alias);
  await person.page.getByText(ui.actorKinds.academia, { exact: true }).click();
  await person.page.getByRole('button', { name: app.join.go, exact: true }).click();
  return person;
}

function count(page: Page, what: string): Locator {
  return page.locator('dl > div').filter({ hasText: what }).locator('dd');
}

/** Seconds left, as a screen shows them now; null where it shows no clock. */
async function secondsOn(page: Page): Promise<number | null> {
  const shown = await page.getByRole('timer').first().textContent();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(shown ?? '') ?? [];
  return minutes === undefined ? null : Number(minutes) * 60 + Number(seconds);
}

async function clockEnd(): Promise<number | null | undefined> {
  const { output } = await ask(server, listTables, { as: bearer(token), params: { lab: demoLab } });
  return output.tables.find(({ subTable }) => subTable.no === no)?.session?.clock.endsAt;
}

async function writeOnPaper(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: say.console.addPaper }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say.paperPerson.name).fill(name);
  await dialog.getByText(ui.actorKinds.ciudadania, { exact: true }).click();
  await dialog.getByRole('button', { name: say.paperPerson.go, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Goes on to a phase and waits until the console says so. */
async function goOn(page: Page, to: keyof typeof say.phases): Promise<void> {
  await page.getByRole('button', { name: say.console.nextIs(say.phases[to]) }).click();
  await page.getByRole('heading', { name: say.phases[to], exact: true }).waitFor();
}

test('a table is opened, filled, conducted against the clock and closed with its result', async () => {
  const host = await newPerson(await newDevice(browser, desktop));
  const wall = await staff(desktop);
  const other = await staff(phone);
  const { page } = host;
  const pages = [page, wall.page, other.page];
  await withPictures(
    'open-a-table',
    () => pages,
    async () => {
      await host.open(server.url);
      await host.enterDemo('facilitator');
      await page.getByRole('navigation').getByRole('link', { name: app.shell.tables, exact: true }).first().click();
      await page.getByRole('button', { name: say.openOf(no) }).waitFor();
      await host.finds('all tables');
      await page.getByRole('button', { name: say.openOf(no) }).click();
      await host.finds('opening a table');
      await page.getByLabel(say.opening.qr).check();
      await page.getByRole('button', { name: say.opening.go, exact: true }).click();
      await page.getByRole('heading', { name: say.console.title(no) }).waitFor();

      // The wall says how to come in: a code, its QR, the address of this hall.
      await wall.open(inHall(`${lab}/mesas/${no}/proyector`));
      const letters = wall.page.getByText(/^Código( [A-Z\d]){6}$/);
      const code = ((await letters.textContent()) ?? '').replace('Código', '').replaceAll(' ', '');
      await wall.page.getByRole('img', { name: `Código QR para entrar con ${code.slice(0, 3)} ${code.slice(3)}` }).waitFor();
      await wall.page.getByText(`${new URL(inHall('')).host}/unirse`).waitFor();

      const phones = await Promise.all(
        ['Ixmucané', 'Kʼan de la mesa'].map(async (alias) => fillDoor(await newDevice(browser, phone), { code, alias })),
      );
      pages.push(...phones.map((one) => one.page));
      await wall.page.getByText('Kʼan de la mesa').waitFor();
      await wall.finds('the wall while people come in');
      await expect.poll(() => count(page, say.console.connected).textContent(), { timeout: 20_000 }).toBe('2');

      await writeOnPaper(page, 'Doña Marta');
      await writeOnPaper(page, 'Don Chepe');
      await expect.poll(() => count(page, say.console.paper).textContent(), { timeout: 20_000 }).toBe('2');

      // The table fills up; one more is told so, and keeps what they typed.
      const place = { lab: demoLab, table: String(no) };
      const { output } = await ask(server, readTablePeople, { as: bearer(token), params: place });
      const left = seats - output.people.length - output.paper.length;
      for (let each = 1; each <= left; each += 1) await joinAs(server, code, `Persona ${each} de la mesa`);
      await page.getByText(say.console.full).waitFor();
      const late = await fillDoor(await newDevice(browser, phone), { code, alias: 'Quien llegó tarde' });
      pages.push(late.page);
      await late.page.getByText(errors.table_full({ limit: seats })).waitFor();
      expect(await late.page.getByLabel(app.join.alias).inputValue()).toBe('Quien llegó tarde');

      await page.getByRole('button', { name: say.console.deal, exact: true }).click();
      for (const circle of [1, 2, 3]) {
        const list = page.getByRole('list', { name: say.console.circle(circle) });
        await expect.poll(() => list.getByRole('listitem').count(), { timeout: 20_000 }).toBe(5);
      }
      await host.finds('the console of a full table');

      // The clock: twenty minutes, the same second on the wall, five more.
      await goOn(page, 'q1');
      const shared = async (): Promise<number> => {
        const [here, there] = await Promise.all([secondsOn(page), secondsOn(wall.page)]);
        return Math.abs((here ?? Number.NaN) - (there ?? Number.NaN));
      };
      await wall.page.getByRole('timer').waitFor();
      await expect.poll(shared, { timeout: 20_000 }).toBeLessThanOrEqual(1);
      expect(await secondsOn(page)).toBeGreaterThan(18 * 60);
      await page.getByRole('button', { name: say.console.moreLabel }).click();
      await expect.poll(() => secondsOn(page), { timeout: 20_000 }).toBeGreaterThan(23 * 60);

      // What a phone sends is on the wall. How soon is printed: a busy machine is no reason to fail.
      const text = 'La firma electrónica existe y se usa poco.';
      const seen = wall.page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            new MutationObserver((_, watch) => {
              if (!document.body.textContent?.includes(wanted)) return;
              watch.disconnect();
              resolve(Date.now());
            }).observe(document.body, { childList: true, subtree: true, characterData: true });
          }),
        text,
      );
      const [writer] = phones;
      if (!writer) throw new Error('nobody came in');
      const sent = await writer.page.evaluate(
        async ({ address, body }) => {
          const at = Date.now();
          const headers = { 'content-type': 'application/json' };
          await fetch(address, { method: 'POST', headers, body: JSON.stringify({ ...body, writtenAt: at }) });
          return at;
        },
        {
          address: `/api/labs/${demoLab}/tables/${no}/contributions`,
          body: { id: newId(), question: 1, text, language: 'es', way: 'phone', circle: null, onBehalfOf: null },
        },
      );
      console.log(`a contribution is on the wall ${(await seen) - sent} ms after the tap`);
      await expect.poll(() => count(page, say.console.silent).textContent(), { timeout: 20_000 }).toBe(String(seats - 1));
      await wall.finds('the wall during a question');

      // Somebody is writing: going on asks first.
      await writer.page.evaluate((labId) => {
        const line = new WebSocket(`ws://${location.host}/feed?lab=${labId}&after=0&events=table`);
        line.onopen = () => line.send(JSON.stringify({ typing: true }));
        Object.assign(window, { line });
      }, demoLab);
      await page.getByText(say.console.typingNow(1)).waitFor();
      await page.getByRole('button', { name: say.console.nextIs(say.phases.q2) }).click();
      await page.getByRole('alertdialog').getByText('Ixmucané').waitFor();
      await page.getByRole('alertdialog').getByRole('button', { name: ui.cancel }).click();
      await writer.page.evaluate(() => (window as unknown as { line: WebSocket }).line.close());
      await page.getByText(say.console.typingNow(1)).waitFor({ state: 'detached' });

      // Two press *next* at once: one moves the table, the other is told, and both see where it is.
      await other.open(inHall(`${lab}/mesas/${no}/conducir`));
      await other.page.getByRole('heading', { name: say.phases.q1, exact: true }).waitFor();
      await other.finds('the console on a phone');
      const moved = Promise.withResolvers<void>();
      const asked = Promise.withResolvers<void>();
      await other.page.route('**/phase', async (route) => {
        asked.resolve();
        await moved.promise;
        await route.continue();
      });
      await other.page.getByRole('button', { name: say.console.nextIs(say.phases.q2) }).click();
      await asked.promise;
      await goOn(page, 'q2');
      moved.resolve();
      await other.page.getByText(errors.phase_taken()).waitFor();
      await other.page.getByRole('heading', { name: say.phases.q2, exact: true }).waitFor();

      // The server goes away and comes back: the clock has gone on.
      const end = await clockEnd();
      await server.restart();
      expect(await clockEnd()).toBe(end);
      const before = (await secondsOn(page)) ?? 0;
      await expect.poll(() => secondsOn(page), { timeout: 20_000 }).toBeLessThan(before);

      for (const to of ['q3', 'q4', 'prioritise', 'validate', 'plenary'] as const) await goOn(page, to);
      await wall.page.getByText(say.screen.noPlenary).waitFor();
      await wall.finds('the wall in the plenary');
      await page.getByRole('button', { name: say.console.close }).click();
      const closing = page.getByRole('alertdialog');
      await closing.getByText(say.closing.unvalidated(1)).waitFor();
      await closing.getByRole('button', { name: say.closing.go }).click();
      await page.getByRole('link', { name: say.result }).click();
      await host.reads('M5-A-0001');
      await host.reads(text);
      await wall.page.getByText(say.screen.closed).waitFor();

      for (const one of [host, wall, other, late, ...phones]) expect(one.complaints).toEqual([]);
    },
  );
});

test.each([
  ['a phone in dark', phone, 'dark'],
  ['a desktop in light', desktop, 'light'],
] as const)('the pages of the tables are for everybody on %s', async (_what, size, colorScheme) => {
  const person = await staff(size);
  const { page } = person;
  await page.emulateMedia({ colorScheme });
  for (const [path, sign] of [
    ['mesas', page.getByRole('heading', { name: say.title })],
    ['mesas/4/papel', page.getByRole('button', { name: say.sheet.print })],
    ['mesas/4/proyector', page.getByText(say.screen.notOpen)],
    ['mesas/4/conducir', page.getByText(say.console.notOpen)],
    ['mesas/2/conducir', page.getByRole('heading', { name: say.console.peopleTitle })],
    ['mesas/2/proyector', page.getByRole('timer')],
    ['plenaria', page.getByRole('heading', { name: say.table(1) })],
    ['mesas/99/conducir', page.getByText(say.missing)],
  ] as const) {
    await person.open(inHall(`${lab}/${path}`));
    await sign.first().waitFor();
    await person.finds(path);
  }
  // The plenary, table by table, with the keys alone.
  await person.open(inHall(`${lab}/plenaria`));
  const shown = page.getByRole('main').getByRole('heading');
  await expect.poll(() => shown.count(), { timeout: 20_000 }).toBeGreaterThan(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shown.allTextContents(), { timeout: 20_000 }).toEqual([expect.stringContaining(say.table(1))]);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shown.allTextContents(), { timeout: 20_000 }).toEqual([expect.stringContaining(say.table(2))]);
  await person.finds('one table of the plenary');
  await page.keyboard.press('Escape');
  await expect.poll(() => shown.count(), { timeout: 20_000 }).toBeGreaterThan(1);
  expect(person.complaints).toEqual([]);
});
