// A real browser for people-like tests: phone and desktop pages that fail on their own errors, axe with readable findings, pictures of what went wrong.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './chromium.ts';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };
/** Where pictures of failures go; the message of the failure names the file. */
const pictures = join(tmpdir(), 'cocrea-e2e');

/** Chromium in headless mode, that talks to nobody but us. `hosts` are made-up names that lead to this machine. */
export async function launchBrowser({ hosts = [] }: { hosts?: readonly string[] } = {}): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(hosts.length > 0 ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`] : []),
    ],
  });
}

/** One person's device: its own cookies and storage, Spanish of Guatemala. */
export async function newDevice(browser: Browser, size: typeof phone | typeof desktop): Promise<BrowserContext> {
  const onPhone = size === phone;
  const context = await browser.newContext({
    viewport: size,
    locale: 'es-GT',
    timezoneId: 'America/Guatemala',
    reducedMotion: 'reduce',
    hasTouch: onPhone,
    isMobile: onPhone,
    deviceScaleFactor: onPhone ? 2 : 1,
  });
  context.setDefaultTimeout(20_000);
  return context;
}

/** What a page complained of: exceptions, and errors in its console other than those of a network that is meant to be away. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}\n${error.stack ?? ''}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/net::ERR_|WebSocket connection to|Failed to load resource/.test(text))
      complaints.push(text);
  });
  return complaints;
}

/** Runs axe on the page as it stands, by the rules of WCAG 2.2 AA and its best practices; throws an Error that lists what it found. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(axe.source);
  const findings = await page.evaluate(async () => {
    // Under an open dialog the page is out of reach, and its landmarks with it. Axe guesses from what covers the window whether one is open,
    // and guesses wrong while it comes up.
    const inDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      // What passed is only counted here: collecting it costs a tenth of the time.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'landmark-one-main': { enabled: !inDialog }, 'page-has-heading-one': { enabled: !inDialog } },
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
  });
  if (findings.length === 0) return;
  const told = findings.map(
    ({ id, help, nodes }) => `- ${id}: ${help}\n    ${nodes.join('\n    ').replaceAll('\n  ', '\n      ')}`,
  );
  throw new Error(`axe on ${where} (${page.url()}):\n${told.join('\n')}\npicture: ${await pictureOf(page, `axe-${where}`)}`);
}

/** Runs a journey; when it fails, the message ends with pictures of the pages as they stood. */
export async function withPictures(name: string, pages: () => readonly Page[], journey: () => Promise<void>): Promise<void> {
  try {
    await journey();
  } catch (failure) {
    const taken: string[] = [];
    for (const [index, page] of pages().entries())
      if (!page.isClosed()) taken.push(await pictureOf(page, `${name}-${index + 1}`));
    if (failure instanceof Error) failure.message += `\npictures: ${taken.join(' ')}`;
    throw failure;
  }
}

async function pictureOf(page: Page, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
  await page.screenshot({ path });
  return path;
}
