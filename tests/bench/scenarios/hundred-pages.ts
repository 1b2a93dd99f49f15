// A Borrador of 100 pages with 300 observations, at the screen of whoever consolidates, and a matrix of 1,000 rows: how long each thing takes
// until it is painted in a browser, and what the server needs for it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { readAuthors } from '@cocrea/shared/api/history.ts';
import { history } from '@cocrea/shared/i18n/es/history.ts';
import { publication } from '@cocrea/shared/i18n/es/publication.ts';
import { ask, bearer } from '../../api/ask.ts';
import { complaintsOf, desktop, launchBrowser, newDevice } from '../../support/browser.ts';
import { drafts, draftsLab, folderWithDrafts } from '../../support/lab-of-drafts.ts';
import { fromPress, scrolled, takeStopwatch, typed, untilShown } from '../borrador/at-screen.ts';
import { wanted } from '../borrador/made-up-text.ts';
import { makeBorradores } from '../borrador/make-borradores.ts';
import { atMost } from '../goal.ts';
import { percentile, type Scenario } from '../scenario.ts';
import type { Api } from '../target.ts';

const observations = 300;
const matrixRows = 1_000;
const what = `${wanted.words.toLocaleString('en')} words`;
const text = '.document-text';
const colours = `${text} .authored`;
const changes = '[data-changed]';

export const hundredPages: Scenario = {
  name: 'hundred-pages',
  targets: ['cocrea'],
  folder: folderWithDrafts,
  unpinned: true,
  rows: [
    { key: 'opened', label: `${what}: opened on a device that never had it`, unit: 'ms', goal: atMost(2_000) },
    { key: 'openedAgain', label: `${what}: opened again`, unit: 'ms', goal: atMost(2_000) },
    { key: 'keyMiddle', label: `${what}: key to paint, p50`, unit: 'ms' },
    { key: 'keySlow', label: `${what}: key to paint, p95`, unit: 'ms', goal: atMost(50) },
    { key: 'keyColoured', label: `${what}: key to paint with authors in colour, p95`, unit: 'ms', goal: atMost(50) },
    { key: 'coloured', label: `${what}: colours of authors, from the switch`, unit: 'ms', goal: atMost(1_000) },
    { key: 'authorsAsked', label: `${what}: authors of 60,000 changes, from the tab`, unit: 'ms', goal: atMost(1_000) },
    { key: 'compared', label: `${what}: two versions compared`, unit: 'ms', goal: atMost(1_000) },
    { key: 'comparedLong', label: `${what}: two versions of 60,000 changes compared`, unit: 'ms', goal: atMost(1_000) },
    { key: 'matrix', label: `matrix of ${matrixRows} rows: shown, from its address`, unit: 'ms', goal: atMost(1_000) },
    { key: 'frameMiddle', label: 'matrix: between frames while it is scrolled, p50', unit: 'ms' },
    { key: 'frameSlow', label: 'matrix: between frames while it is scrolled, p95', unit: 'ms', goal: atMost(34) },
    { key: 'memory', label: `${what}: memory of the server over idle, at most`, unit: 'MB', goal: atMost(64) },
  ],
  run: async (target, { short }) => {
    const { api } = target;
    if (api === null) throw new Error('only the real server has drafts');
    const made = await makeBorradores(api, { observations });
    await target.killAndRestart();
    await readAnother(api, made.token);
    await sleep(1_000);
    const idle = target.meter().memory();
    let most = idle;
    const look = setInterval(() => (most = Math.max(most, target.meter().memory())), 100);

    const browser = await launchBrowser();
    const device = await newDevice(browser, desktop);
    await device.addCookies([{ name: 'cocrea_session', value: made.token, url: api.url, httpOnly: true, sameSite: 'Lax' }]);
    await takeStopwatch(device);
    const page = await device.newPage();
    const complaints = complaintsOf(page);
    const at = (path: string): string => `${api.url}/laboratorios/${draftsLab}/${path}`;
    const second = at(`documentos/${drafts.second}`);
    const whole = { selector: `${text} > *:last-child`, words: made.lastPlace };

    const opened = await untilShown(page, second, whole);
    await page.locator('[data-status="saved"]').waitFor();
    const openedAgain = await untilShown(page, second, whole);
    await page.locator('[data-status="saved"]').waitFor();
    const keys = await write(page, { short });

    const panel = page.getByRole('tab', { name: history.authors.panel });
    await fromPress(page, { selector: '[role="tabpanel"] table' }, () => panel.click());
    const toggle = page.locator('label', { hasText: history.authors.on });
    const coloured = await fromPress(page, { selector: colours, count: wanted.blocks / 2 }, () => toggle.click());
    const keysColoured = await write(page, { short });

    await page.goto(at(`documentos/${drafts.second}/historial`));
    await page.locator(changes).first().waitFor();
    const compared = await untilShown(page, at(`documentos/${drafts.second}/historial`), { selector: changes, count: 10 });
    await page.goto(at(`documentos/${drafts.first}`));
    await page.locator('[data-status="read_only"]').waitFor();
    const authorsAsked = await fromPress(page, { selector: '[role="tabpanel"] table' }, () => panel.click());
    await page.goto(at(`documentos/${drafts.first}/historial`));
    const version = page.getByRole('listitem').filter({ hasText: made.versionName });
    const compare = version.getByRole('button', { name: history.compare.title });
    const comparedLong = await fromPress(page, { selector: changes, count: 10 }, () => compare.click());
    const memory = (most - idle) / 1024 / 1024;
    clearInterval(look);

    await made.importLetters(matrixRows - observations);
    const rows = { selector: 'table:has(tbody a) tbody tr', count: 100 };
    const matrix = await untilShown(page, at('matriz/1'), rows);
    await page.getByText(publication.matrix.shown(matrixRows, matrixRows)).waitFor();
    const frames = await scrolled(page, { selector: rows.selector, count: matrixRows });
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    await browser.close();
    return {
      ...{ opened, openedAgain, coloured, authorsAsked, compared, comparedLong, matrix, memory },
      keyMiddle: percentile(keys, 0.5),
      keySlow: percentile(keys, 0.95),
      keyColoured: percentile(keysColoured, 0.95),
      frameMiddle: percentile(frames, 0.5),
      frameSlow: percentile(frames, 0.95),
    };
  },
};

/** Somebody asks who wrote another text: the thread that reads texts runs, as it does on a server that has been in use. */
async function readAnother(api: Api, token: string): Promise<void> {
  const document = `${draftsLab}.mesa-1`;
  const { status } = await ask(api, readAuthors, { as: bearer(token), params: { lab: draftsLab, document, seq: 'now' } });
  if (status !== 200) throw new Error(`the authors of another text: ${status}`);
}

/** Into the middle of the text; the words are there at the end. */
async function write(page: Page, { short }: { short: boolean }): Promise<readonly number[]> {
  const words = ' y se revisa cada seis meses con quienes lo usan'.repeat(short ? 1 : 4);
  const block = page.locator(`${text} > p`).nth(wanted.blocks / 2);
  await block.click();
  await page.keyboard.press('End');
  const keys = await typed(page, words);
  if (!(await block.innerText()).includes(words.trim())) throw new Error('the words that were typed are not in the text');
  return keys;
}
