// Journey: arrive, write together in two browsers, see it saved, lose the network, edit, come back, have the server killed, and find all text there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { desktop, launchBrowser, newDevice, phone, withPictures } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { startTamedProxy } from '../support/tamed-proxy.ts';
import { newPerson, type Person } from './person.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

test('two people write Borrador 2 together, through a lost network and a killed server', async () => {
  await using network = await startTamedProxy(server);
  const ana = await newPerson(await newDevice(browser, desktop));
  const beto = await newPerson(await newDevice(browser, phone));
  const both = [ana, beto];

  await withPictures(
    'write-together',
    () => both.map(({ page }) => page),
    async () => {
      // Arrive. Ana's network is the one that will be lost.
      await ana.open(network.url);
      await ana.finds('first page on a desktop');
      await ana.enterDemo('facilitator');
      await ana.finds('home of the lab on a desktop');
      await beto.open(server.url);
      await beto.finds('first page on a phone');
      await beto.enterDemo('civil_org');
      await beto.finds('home of the lab on a phone');

      // Write together.
      await ana.goWriting();
      await beto.goWriting();
      await ana.finds('Borrador 2 on a desktop');
      await beto.finds('Borrador 2 on a phone');
      await ana.startLine();
      await ana.type('Ana abre la línea. ');
      await beto.reads('Ana abre la línea.');
      await beto.startLine();
      await Promise.all([
        ana.type('Ana sigue con la eñe y la ʼ de Kʼicheʼ.'),
        beto.type('Beto escribe al mismo tiempo, ¿verdad?'),
      ]);
      await everybodyReads(both, 'Ana abre la línea. Ana sigue con la eñe y la ʼ de Kʼicheʼ.');
      await everybodyReads(both, 'Beto escribe al mismo tiempo, ¿verdad?');
      await everybodyIs(both, 'saved');

      // Lose the network, go on, reload without it, go on.
      await ana.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      network.refuse();
      await ana.type(' Esto lo escribe sin red.');
      await ana.statusIs('on_device');
      await beto.type(' Beto no espera.');
      await ana.page.reload();
      await ana.reads('Esto lo escribe sin red.');
      await ana.startLine();
      await ana.type('Y esto después de recargar sin red.');
      await ana.statusIs('on_device');
      await ana.finds('Borrador 2 without network');

      // Come back.
      network.restore();
      await ana.statusIs('saved');
      await everybodyReads(both, 'Esto lo escribe sin red.');
      await everybodyReads(both, 'Y esto después de recargar sin red.');
      await everybodyReads(both, '¿verdad? Beto no espera.');
      await everybodyIs(both, 'saved');

      // Have the server killed in the middle of a sentence.
      const typing = Promise.all([
        ana.type(' Ana escribe mientras el servidor cae.'),
        beto.type(' Beto también escribe en ese momento.'),
      ]);
      await server.kill();
      await typing;
      await server.restart();
      await everybodyReads(both, 'Ana escribe mientras el servidor cae.');
      await everybodyReads(both, 'Beto también escribe en ese momento.');
      await everybodyIs(both, 'saved');

      // A stranger who was never there finds all of it, once, on a server that has just started.
      await server.kill();
      await server.restart();
      const carla = await newPerson(await newDevice(browser, desktop));
      await carla.open(server.url);
      await carla.enterDemo('consolidator');
      await carla.goWriting();
      await carla.reads('Beto también escribe en ese momento.');
      const text = await carla.text.innerText();
      for (const sentence of [
        'Ana abre la línea. Ana sigue con la eñe y la ʼ de Kʼicheʼ. Esto lo escribe sin red.',
        'Y esto después de recargar sin red. Ana escribe mientras el servidor cae.',
        'Beto escribe al mismo tiempo, ¿verdad? Beto no espera. Beto también escribe en ese momento.',
      ]) {
        expect(text.split(sentence).length - 1, sentence).toBe(1);
      }
      for (const person of [...both, carla]) expect(person.complaints).toEqual([]);
    },
  );
});

async function everybodyReads(people: readonly Person[], words: string): Promise<void> {
  await Promise.all(people.map((person) => person.reads(words)));
}

async function everybodyIs(people: readonly Person[], kind: 'saved'): Promise<void> {
  await Promise.all(people.map((person) => person.statusIs(kind)));
}
