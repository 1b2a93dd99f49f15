// Somebody at a table with a phone: what they do with their thumb, counted, and what stands in their hand.
import type { BrowserContext, Locator } from 'playwright-core';
import { atTable } from '@cocrea/shared/i18n/es/at-table.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { newPerson, type Person } from './person.ts';

const { app, ui } = es;

export interface TablePhone extends Person {
  readonly box: Locator;
  readonly send: Locator;
  /** What it says became of what was sent. */
  readonly outbox: Locator;
  /** Touches of the thumb so far; typing is none. */
  taps(): number;
  tap(what: Locator): Promise<void>;
  /** From the address of a code (what a scanned QR opens) to the table. */
  joinAs(alias: string): Promise<void>;
  contribute(text: string): Promise<void>;
  says(words: string): Promise<void>;
}

export async function newTablePhone(context: BrowserContext): Promise<TablePhone> {
  const person = await newPerson(context);
  const { page } = person;
  const box = page.getByRole('textbox', { name: /^Su respuesta a la pregunta/ });
  const send = page.getByRole('button', { name: atTable.form.send, exact: true });
  let taps = 0;
  const tap = async (what: Locator): Promise<void> => {
    taps += 1;
    await what.tap();
  };
  return {
    ...person,
    box,
    send,
    outbox: page.getByRole('status', { name: atTable.outbox.label }),
    taps: () => taps,
    tap,
    joinAs: async (alias) => {
      const name = page.getByLabel(app.join.alias);
      await name.and(page.locator(':focus')).waitFor();
      await page.keyboard.type(alias);
      await tap(page.getByText(ui.actorKinds.ciudadania, { exact: true }));
      await tap(page.getByRole('button', { name: app.join.go, exact: true }));
      await box.waitFor();
    },
    contribute: async (text) => {
      await box.fill(text);
      await tap(send);
    },
    says: async (words) => {
      await page.getByText(words).first().waitFor();
    },
  };
}
