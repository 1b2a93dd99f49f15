// What `pnpm pictures` runs: takes the README's pictures from the running product, so that they never show something else.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newPerson } from '../tests/e2e/person.ts';
import { desktop, launchBrowser, newDevice, phone } from '../tests/support/browser.ts';
import { demoLab, repository, startServer } from '../tests/support/server.ts';
import { ensureClientBuilt } from './client-build.ts';

const folder = join(repository, 'docs/images');
/** The end of the opening paragraph of Borrador 2, where the pictures show somebody writing. */
const paragraph = 'Este es el segundo borrador';

await ensureClientBuilt(() => console.log('Building the pages.'));
mkdirSync(folder, { recursive: true });
await using server = await startServer();
const browser = await launchBrowser();
const host = await newPerson(await newDevice(browser, desktop));
const guest = await newPerson(await newDevice(browser, phone));

await host.open(server.url);
await host.enterDemo('facilitator');
await host.goWriting();
await guest.open(server.url);
await guest.enterDemo('civil_org');
await guest.goWriting();
await guest.text.getByText(paragraph).evaluate((block) => {
  getSelection()?.selectAllChildren(block);
  getSelection()?.collapseToEnd();
});
await guest.type(' Lo que se escribe aquí se puede seguir hasta el texto final.');
await host.reads('hasta el texto final.');
await Promise.all([host.statusIs('saved'), guest.statusIs('saved')]);
// A caret follows its words by a moment.
await host.page.waitForTimeout(500);
await host.page.screenshot({ path: join(folder, 'borrador-2.png') });
await guest.page.screenshot({ path: join(folder, 'borrador-2-phone.png') });

// A table in full swing, on the wall and in a hand.
for (const [person, path, picture] of [
  [host, 'mesas/2/proyector', 'mesa-wall.png'],
  [guest, 'mesas/2', 'mesa-phone.png'],
] as const) {
  await person.open(`${server.url}/laboratorios/${demoLab}/${path}`);
  await person.page.getByRole('timer').first().waitFor();
  await person.page.screenshot({ path: join(folder, picture) });
}

// What waits for an answer, the paragraph it is about, and the form to answer it with.
const consolidator = await newPerson(await newDevice(browser, desktop));
await consolidator.open(server.url);
await consolidator.enterDemo('consolidator');
await consolidator.open(`${server.url}/laboratorios/${demoLab}/documentos/${demoLab}.borrador-2/mesa-de-consolidacion`);
await consolidator.page.locator('[data-observation]').first().click();
await consolidator.page.locator('[data-status="saved"]').waitFor();
await consolidator.page.getByText('Mesa 1').first().waitFor();
await consolidator.page.waitForTimeout(500);
await consolidator.page.screenshot({ path: join(folder, 'consolidation-desk.png') });
await browser.close();
