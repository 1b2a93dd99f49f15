// Journey: a phone of 360 px at a table. It joins by scanning, answers with three touches, keeps what the wifi does not take, and says where
// every contribution is. In the hall that is a plain address, where a browser grants no secure context.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { changePerson, listPeople, removePerson } from '@cocrea/shared/api/people.ts';
import { feedPath, type FeedMessage } from '@cocrea/shared/api/feed.ts';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { errors } from '@cocrea/shared/i18n/es/errors.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { ask } from '../api/ask.ts';
import { launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { openedTable, type OpenedTable } from '../support/opened-table.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { newTablePhone, type TablePhone } from './table-phone.ts';

const { app, ui } = es;
/** A name that leads to this machine, as a phone in a hall has the server's address: no `localhost`, no TLS. */
const hall = 'mesa.test';
const codes = { 3: 'PAGE6T', 4: 'CRTA94', 5: 'DAT3GX' } as const;

/** A machine that is busy with others answers late. */
const patience = { timeout: 30_000 };

let server: RunningServer;
let proxy: TamedProxy;
let browser: Browser;
let third: OpenedTable;
let fourth: OpenedTable;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser({ hosts: [hall] })]);
  proxy = await startTamedProxy(server);
  [third, fourth] = [await openedTable(server, { no: 3, phase: 'q1' }), await openedTable(server, { no: 4, phase: 'q2' })];
});
afterAll(async () => {
  await browser?.close();
  await proxy?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

/** Through the bad network, by a plain address. */
const inHall = (path: string): string => `http://${hall}:${proxy.port}${path}`;

/** `expected` is what its page may complain of. */
async function withPhone(
  name: string,
  journey: (phone: TablePhone, context: BrowserContext) => Promise<void>,
  expected: readonly RegExp[] = [],
): Promise<void> {
  const context = await newDevice(browser, phone);
  const one = await newTablePhone(context);
  await withPictures(
    name,
    () => context.pages(),
    async () => {
      await journey(one, context);
      expect(one.complaints.filter((one) => !expected.some((words) => words.test(one)))).toEqual([]);
    },
  );
  await context.close();
}

test('scanned, joined and sent with three touches, from a plain address', async () => {
  await withPhone('table-joins', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Ixchel del taller');
    expect(await one.page.evaluate(() => window.isSecureContext)).toBe(false);
    await one.box.and(one.page.locator(':focus')).waitFor();
    await one.says(atTable.phases.question(1, 4));
    await one.finds('a table at its first question');
    await one.page.keyboard.type('Hay firma electrónica, y poca gente la usa en Kʼicheʼ.');
    await one.tap(one.send);
    expect(one.taps()).toBe(3);
    await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    await one.says('M3-A-0001');
    await one.finds('a contribution that was received');
    const [arrived] = await third.board();
    expect(arrived).toMatchObject({
      folio: 'M3-A-0001',
      text: 'Hay firma electrónica, y poca gente la usa en Kʼicheʼ.',
      question: 1,
    });
    expect(await one.box.inputValue()).toBe('');
  });
});

test('a mistyped code is said, and the right one leads to the table', async () => {
  await withPhone('table-mistyped', async (one) => {
    await one.open(inHall('/unirse/PAGE6X'));
    await one.says(errors.code_unknown());
    await one.page.getByLabel(app.first.codeLabel).fill('page 6t');
    await one.tap(one.page.getByRole('button', { name: app.first.codeGo }));
    await one.joinAs('Kʼan');
  });
});

test('without wifi three wait on the phone, survive the page, and arrive in order', async () => {
  await withPhone('table-wifi', async (one, context) => {
    await one.open(inHall(`/unirse/${codes[4]}`));
    await one.joinAs('Marta');
    proxy.refuse();
    for (const text of ['Uno sin señal', 'Dos sin señal', 'Tres sin señal']) await one.contribute(text);
    await one.outbox.getByText(atTable.outbox.waiting(3)).waitFor();
    await one.finds('three that wait');
    proxy.restore();
    await one.outbox.getByText(atTable.outbox.sent(3)).waitFor();
    expect((await fourth.board()).map(({ text }) => text)).toEqual(['Uno sin señal', 'Dos sin señal', 'Tres sin señal']);

    proxy.refuse();
    await one.contribute('Cuatro, y se cierra la página');
    await one.outbox.getByText(atTable.outbox.waiting(1)).waitFor();
    await one.box.fill('A medio escribir');
    await one.page.close();
    proxy.restore();
    const again = await newTablePhone(context);
    await again.open(inHall(`/laboratorios/${demoLab}/mesas/4`));
    await again.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    expect(await again.box.inputValue()).toBe('A medio escribir');
    // What was sent while the page was still opening stands among one's own.
    await again.says('M4-A-0004');
    expect((await fourth.board()).map(({ text }) => text).at(-1)).toBe('Cuatro, y se cierra la página');
    expect(again.complaints).toEqual([]);
  });
});

test('a page that cannot be had without wifi leaves the way back to the table open', async () => {
  await withPhone(
    'table-way-back',
    async (one) => {
      await one.open(inHall(`/unirse/${codes[3]}`));
      await one.joinAs('De ida y vuelta');
      await one.box.fill('A medio escribir');
      proxy.refuse();
      await one.page.getByRole('link', { name: /De ida y vuelta/ }).tap();
      await one.says(app.shell.outdated);
      await one.finds('a page that did not arrive');
      // Pressed all the same, it stays what it is: reloaded now it would be gone.
      await one.page.getByRole('button', { name: ui.reload }).tap();
      await one.page.getByRole('button', { name: ui.reload }).and(one.page.locator(':enabled')).waitFor();
      await one.page.goBack();
      await expect.poll(() => one.box.inputValue(), patience).toBe('A medio escribir');
      proxy.restore();
      await one.tap(one.send);
      await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    },
    [/preload CSS|imported module/],
  );
});

test('1,001 characters stay in the box, and are said to be too many', async () => {
  await withPhone('table-too-long', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Telma');
    const before = (await third.board()).length;
    await one.contribute('🦜'.repeat(1001));
    await one.says(ui.tooLong('1000'));
    await one.finds('a contribution that is too long');
    expect(await one.box.inputValue()).toBe('🦜'.repeat(1001));
    expect(await third.board()).toHaveLength(before);
    await one.contribute('🦜'.repeat(1000));
    await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    expect((await third.board()).at(-1)?.text).toBe('🦜'.repeat(1000));
  });
});

test('before the table opens one writes already, and it is sent by itself', async () => {
  await withPhone('table-early', async (one) => {
    await one.open(inHall(`/unirse/${codes[5]}`));
    await one.joinAs('Temprana');
    await one.says(atTable.phases.notOpen);
    await one.contribute('Antes de empezar');
    await one.outbox.getByText(atTable.outbox.notOpenWhy).waitFor();
    await one.finds('a table that is not open yet');
    const fifth = await openedTable(server, { no: 5 });
    await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    await one.says(atTable.phases.welcome);

    // A table that goes on takes nobody's words along.
    await one.box.fill('Todavía sobre la primera');
    await fifth.move('q3');
    await one.says(atTable.form.movedOn(3, 1));
    await one.finds('a table that went on');
    await one.tap(one.send);
    await one.outbox.getByText(atTable.outbox.sent(1)).waitFor();
    await expect
      .poll(async () => (await fifth.board()).at(-1), patience)
      .toMatchObject({ text: 'Todavía sobre la primera', question: 1 });
    await one.page.getByRole('textbox', { name: atTable.form.box(3) }).waitFor();

    // In the middle of a sentence when the questions are over: it stays in the hand.
    await one.box.fill('La mesa sigue, y yo escri');
    await fifth.move('prioritise');
    await one.says(atTable.phases.prioritise);
    await one.box.and(one.page.locator(':focus')).waitFor();
    await one.page.keyboard.type('bo');
    await one.finds('a table that chooses');
    await one.tap(one.send);
    await expect.poll(async () => (await fifth.board()).at(-1), patience).toMatchObject({ text: 'La mesa sigue, y yo escribo' });
  });
});

test('one’s own is changed and taken back, and both are undone', async () => {
  await withPhone('table-own', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Rigoberta');
    await one.contribute('Antes del cambio');
    const edit = one.page.getByRole('button', { name: /^Editar M3-A-/ });
    await edit.tap();
    const words = one.page.getByRole('textbox', { name: atTable.mine.words });
    await words.and(one.page.locator(':focus')).waitFor();
    await words.fill('Después del cambio');
    await one.page.getByRole('button', { name: atTable.mine.save }).tap();
    await one.says(atTable.mine.edited);
    await one.finds('a contribution that was changed');
    const mine = async () => (await third.board()).filter(({ authorName }) => authorName === 'Rigoberta');
    expect((await mine())[0]?.text).toBe('Después del cambio');
    await one.page.getByRole('button', { name: atTable.mine.undo }).tap();
    await expect.poll(async () => (await mine())[0]?.text, patience).toBe('Antes del cambio');

    await one.page.getByRole('button', { name: /^Retirar M3-A-/ }).tap();
    await one.says(atTable.mine.states.withdrawn);
    expect(await mine()).toEqual([]);
    await one.finds('a contribution that was taken back');
    await one.page.getByRole('button', { name: atTable.mine.undo }).tap();
    await expect.poll(async () => (await mine())[0]?.text, patience).toBe('Antes del cambio');
  });
});

test('a phone that a group shares says which, and is handed on', async () => {
  await withPhone('table-shared', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Grupo del fondo');
    await one.page.getByText(atTable.form.more).tap();
    await one.page.getByText(atTable.form.shared).tap();
    await one.page.getByText(atTable.form.circleNo(2)).tap();
    await one.page.getByLabel(atTable.form.onBehalf).fill('Doña Marta');
    await one.finds('the options of a contribution');
    await one.contribute('Lo dice el grupo');
    await one.says(atTable.form.passOn);
    expect((await third.board()).at(-1)).toMatchObject({ way: 'shared_phone', circle: 2, onBehalfOf: 'Doña Marta' });
    expect(await one.page.getByLabel(atTable.form.onBehalf).inputValue()).toBe('');
    // The device stays so, also after a reload.
    await one.page.reload();
    await one.says(atTable.mine.titleShared);
  });
});

test('whoever types is seen to type, and whoever is taken out while typing keeps the words', async () => {
  await withPhone('table-removed', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Breve');
    const typing = await watchTyping(third);
    await one.box.fill('Estas palabras son mías');
    // Silence is soon taken for the end of it: they go on typing until it is seen.
    await expect
      .poll(async () => {
        await one.page.keyboard.type('.');
        return typing.names();
      }, patience)
      .toContain('Breve');
    await one.box.blur();
    await expect.poll(typing.names, patience).not.toContain('Breve');
    typing.close();

    const params = { lab: demoLab };
    const { people } = (await ask(server, listPeople, { as: third.host, params })).output;
    const person = people.find(({ name }) => name === 'Breve')?.personId ?? '';
    const body = { commandId: randomUUID() };
    const removed = await ask(server, removePerson, { as: third.host, params: { ...params, person }, body });
    expect(removed.status).toBe(204);
    await one.says(atTable.removed.title);
    await one.says('Estas palabras son mías');
    await one.finds('somebody who was taken out');
    // Reloaded, what was not sent is still theirs.
    await one.page.reload();
    await one.says('Estas palabras son mías');
  });
});

test('whoever becomes an observer while typing keeps the words, and what was not sent', async () => {
  await withPhone('table-observer', async (one) => {
    await one.open(inHall(`/unirse/${codes[3]}`));
    await one.joinAs('Ahora observa');
    proxy.refuse();
    await one.contribute('Esto esperaba la señal');
    await one.outbox.getByText(atTable.outbox.waiting(1)).waitFor();
    await one.box.fill('Esto estaba a medias');
    const params = { lab: demoLab };
    const { people } = (await ask(server, listPeople, { as: third.host, params })).output;
    const { personId: person = '', version = 0 } = people.find(({ name }) => name === 'Ahora observa') ?? {};
    const body = { commandId: randomUUID(), version, role: 'observer' } as const;
    expect((await ask(server, changePerson, { as: third.host, params: { ...params, person }, body })).status).toBe(200);
    proxy.restore();
    await one.says(atTable.notHere.observer);
    await one.says('Esto estaba a medias');
    await one.says('Esto esperaba la señal');
    await one.finds('somebody who observes now');
  });
});

async function watchTyping({ host }: OpenedTable): Promise<{ names: () => readonly string[]; close: () => void }> {
  let names: readonly string[] = [];
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${feedPath}?lab=${demoLab}&after=0`, { headers: host });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as FeedMessage;
    if (message.type === 'here') names = message.people.filter(({ typing }) => typing).map(({ name }) => name);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { names: () => names, close: () => socket.close() };
}
