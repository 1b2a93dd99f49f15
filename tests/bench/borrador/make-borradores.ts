// Makes what the numbers of a Borrador are measured on, through the wire and the API, as people would: Borrador 1 written word by word by six,
// corrected, frozen and put to consultation; observations on it; Borrador 2 begun from it and corrected too; answers to some.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { moveDraft, readFrozen } from '@cocrea/shared/api/drafts.ts';
import { nameVersion } from '@cocrea/shared/api/history.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import { answerObservations, importObservations, listObservations, sendObservation } from '@cocrea/shared/api/observations.ts';
import { blockIdAttribute, newBlockId } from '@cocrea/shared/document/block-id.ts';
import type { CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import { ask, bearer, type Answered, type As } from '../../api/ask.ts';
import { Cast } from '../../support/cast.ts';
import { connect, type Client } from '../../support/clients.ts';
import { drafts, draftsLab } from '../../support/lab-of-drafts.ts';
import type { Api } from '../target.ts';
import { hundredPages } from './made-up-text.ts';

const writers = 6;
/** Every tenth paragraph is corrected after it was written, and again in the next draft. */
const correctedEvery = 10;
const lab = { lab: draftsLab };
const first = { ...lab, document: drafts.first };

export interface Borradores {
  /** Of somebody who consolidates. */
  readonly token: string;
  /** The name of the version before the corrections. */
  readonly versionName: string;
  /** How the last paragraph begins, which everybody who has the whole text sees. */
  readonly lastPlace: string;
  /** Brings in `count` more observations on Borrador 1, as letters. */
  importLetters(count: number): Promise<void>;
}

export async function makeBorradores(api: Api, { observations }: { observations: number }): Promise<Borradores> {
  using cast = new Cast(api);
  const person = (role: 'consolidator' | 'facilitator' | 'civil_org'): string =>
    cast.person({ role, lab: draftsLab }).token ?? '';
  const token = person('consolidator');
  const inap = bearer(token);
  const hands = Array.from({ length: writers }, () => person('facilitator'));
  const made = hundredPages();
  const versionName = 'Antes de corregir';

  const share = Math.ceil(made.length / writers);
  for (const [no, hand] of hands.entries())
    await writing(api, { document: drafts.first, token: hand }, async (text, client) => {
      for (const { kind, words } of made.slice(no * share, (no + 1) * share)) await writeBlock(text, { kind, words, client });
    });
  expectDone(await ask(api, nameVersion, { as: inap, params: first, body: { id: randomUUID(), name: versionName } }));
  for (const [no, hand] of hands.entries())
    await writing(api, { document: drafts.first, token: hand }, (text) => correct(text, { no, word: 'siempre' }));
  await move(api, { as: inap, document: drafts.first, step: 'freeze' });
  await move(api, { as: inap, document: drafts.first, step: 'open_consultation' });

  const frozen = expectDone(await ask(api, readFrozen, { as: inap, params: first })).output;
  const blocks = wordedBlocks((JSON.parse(frozen.canonical) as CanonicalDraft).body).filter(({ node }) => node === 'paragraph');
  const people = Array.from({ length: 20 }, () => bearer(person('civil_org')));
  for (let no = 0; no < observations; no++)
    await observe(api, { as: people[no % people.length] ?? inap, block: at(blocks, no), no });
  await move(api, { as: inap, document: drafts.first, step: 'begin_next' });
  for (const [no, hand] of hands.entries())
    await writing(api, { document: drafts.second, token: hand }, (text) => correct(text, { no: no + 1, word: 'también' }));
  await answerMost(api, inap);
  return {
    token,
    versionName,
    lastPlace: blocks.at(-1)?.text.split(' ')[0] ?? '',
    importLetters: (count) => importLetters(api, { as: inap, blocks, count }),
  };
}

/** One person's visit to a text: they leave when everybody has what they wrote. */
async function writing(
  { url }: Api,
  { document, token }: { document: string; token: string },
  write: (text: Y.XmlFragment, client: Client) => Promise<void> | void,
): Promise<void> {
  const wsUrl = `${url.replace('http', 'ws')}/sync`;
  const client = await connect({ wsUrl }, document, { token });
  const witness = await connect({ wsUrl }, document, { token });
  await write(client.doc.getXmlFragment(bodyField), client);
  await witness.caughtUpWith(client.doc);
  for (const one of [client, witness]) one.close();
}

/** Word by word, as it is typed, and leaves the socket time to send. */
async function writeBlock(
  text: Y.XmlFragment,
  { kind, words, client }: { kind: string; words: readonly string[]; client: Client },
): Promise<void> {
  const written = new Y.XmlText();
  client.doc.transact(() => {
    const block = new Y.XmlElement(kind);
    block.setAttribute(blockIdAttribute, newBlockId());
    if (kind === 'heading') block.setAttribute('level', 3 as unknown as string);
    block.insert(0, [written]);
    text.push([block]);
  });
  for (const [no, word] of words.entries()) written.insert(written.length, no === 0 ? word : ` ${word}`);
  await new Promise((resolve) => setImmediate(resolve));
}

/** Changes a word in some paragraphs of others: one in the middle goes, another comes. */
function correct(text: Y.XmlFragment, { no, word }: { no: number; word: string }): void {
  text.toArray().forEach((block, index) => {
    const written = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (index % (correctedEvery * writers) !== no * correctedEvery || !(written instanceof Y.XmlText)) return;
    const middle = Math.floor(written.length / 2);
    if (middle < 4) return;
    written.delete(middle, 3);
    written.insert(middle, ` ${word} `);
  });
}

async function move(api: Api, { as, document, step }: { as: As; document: string; step: DraftStep }): Promise<void> {
  const { output } = await ask(api, listDocuments, { as, params: lab });
  const draft = output.documents.find(({ id }) => id === document);
  const version = draft?.kind === 'draft' ? draft.life.version : 0;
  const body = { commandId: randomUUID(), step, version, days: null };
  expectDone(await ask(api, moveDraft, { as, params: { ...lab, document }, body }));
}

const quoteLength = 60;
async function observe(api: Api, { as, block, no }: { as: As; block: WordedBlock; no: number }): Promise<void> {
  const sent = {
    id: randomUUID(),
    blockId: block.id,
    quote: block.text.slice(0, quoteLength),
    quoteFrom: 0,
    quoteTo: Math.min(quoteLength, block.text.length),
    kind: (['substance', 'form', 'question'] as const)[no % 3] ?? 'substance',
    proposedText: no % 2 === 0 ? `${block.text.slice(0, quoteLength)} en un plazo de quince días` : null,
    justification: `Observación ${no + 1}: falta decir quién responde por esto, en qué plazo y cómo se sabrá que se hizo.`,
    onBehalfOf: null,
    showName: no % 4 === 0,
    writtenAt: Date.now(),
  };
  expectDone(await ask(api, sendObservation, { as, params: first, body: sent }));
}

async function importLetters(
  api: Api,
  { as, blocks, count }: { as: As; blocks: readonly WordedBlock[]; count: number },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, no) => {
    const quote = at(blocks, no * 3).text.slice(0, quoteLength);
    const said = `Carta ${no + 1}: conviene decir desde cuándo corre el plazo y ante quién se reclama si no se cumple.`;
    return [`"${quote}"`, 'fondo', `"${said}"`, '', '"Consejo de San Aurelio"', '', 'ciudadania', '2019-09-30'].join(';');
  });
  const head = 'cita;tipo;observacion;texto_propuesto;en_nombre_de;institucion;sector;fecha';
  const file = Buffer.from([head, ...rows].join('\r\n')).toString('base64');
  const body = { commandId: randomUUID(), file, dryRun: false };
  const { output } = expectDone(await ask(api, importObservations, { as, params: first, body }));
  if (output.taken !== count)
    throw new Error(`${output.taken} of ${count} letters were taken: ${JSON.stringify(output.refused[0])}`);
  await answerMost(api, as);
}

/** Two of three get an answer, so that the matrix has words in every column. */
async function answerMost(api: Api, as: As): Promise<void> {
  const { output } = expectDone(await ask(api, listObservations, { as, params: first }));
  const open = output.observations.filter(({ disposition }, no) => disposition === null && no % 3 !== 0);
  for (const [no, disposition] of (['not_accepted', 'out_of_scope'] as const).entries()) {
    const some = open.filter((_, index) => index % 2 === no);
    const body = {
      commandId: randomUUID(),
      observations: some.map(({ id, version }) => ({ id, version })),
      disposition,
      duplicateOf: null,
      response: 'Se agradece. El plazo y quien responde quedan en el plan de la primera fase, que se revisa cada seis meses.',
      destinations: [],
    };
    if (some.length > 0) expectDone(await ask(api, answerObservations, { as, params: lab, body }));
  }
}

function expectDone<Answer extends Pick<Answered<never>, 'status' | 'error'>>(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`answered ${answer.status}: ${answer.error.message}`);
  return answer;
}

function at(blocks: readonly WordedBlock[], no: number): WordedBlock {
  const block = blocks[(no * 5) % blocks.length];
  if (block === undefined) throw new Error('the frozen draft has no paragraph');
  return block;
}
