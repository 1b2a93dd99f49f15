// Invariants 1 to 6 of drafts, over random arcs from Borrador 1 to Borrador 2: texts written, split, merged, copied and moved by hand; frozen while
// somebody types; observed, answered, grouped and incorporated in any order. What must hold is worked out beside the server, from the acts alone,
// and compared after each. A failing seed is run again with COCREA_TEST_SEED; COCREA_TEST_ARCS says how many are tried.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as consolidation from '@cocrea/shared/api/consolidation.ts';
import { moveDraft, readBlockers, readFrozen } from '@cocrea/shared/api/drafts.ts';
import { readFolio } from '@cocrea/shared/api/folios.ts';
import { listDocuments } from '@cocrea/shared/api/labs.ts';
import * as api from '@cocrea/shared/api/observations.ts';
import {
  createProposal,
  endorseProposal,
  moveProposal,
  readProposal,
  withdrawEndorsement,
} from '@cocrea/shared/api/proposals.ts';
import { blockIds } from '@cocrea/shared/document/block-ids.ts';
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { canonicalDraft, canonicalJson, fingerprintOf, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { compareBodies } from '@cocrea/shared/document/compare-bodies.ts';
import { standingBlocks } from '@cocrea/shared/document/standing-blocks.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { actorKinds, countedActorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { DraftStep } from '@cocrea/shared/domain/draft.ts';
import { dispositions, needsDestination, type Disposition } from '@cocrea/shared/domain/observation.ts';
import { gateOf, checksOf } from '@cocrea/shared/domain/endorsement.ts';
import { Cast, type Player } from '../support/cast.ts';
import { connect, type Client } from '../support/clients.ts';
import { actByHand, handActs, topIds, type ExpectedIds } from '../support/editing-hand.ts';
import { drafts, draftsLab, folderWithDrafts } from '../support/lab-of-drafts.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { ask, bearer, type As } from './ask.ts';
import { openedTable } from './at-table.ts';

const runs = Number(process.env['COCREA_TEST_ARCS'] ?? (process.env['COCREA_TEST_SEED'] === undefined ? 2 : 1));
const acts = { first: 14, second: 56 } as const;
const lab = { lab: draftsLab };
const first = { ...lab, document: drafts.first };
const second = { ...lab, document: drafts.second };

describe.each(Array.from({ length: runs }, (_, no) => no + 1))('an arc, %i', (no) => {
  let dataDir: string;
  let server: RunningServer;
  let cast: Cast;
  let random: Random;
  let inapPlayer: Player;
  let inap: As;
  let hands: Client[];

  beforeAll(async () => {
    const chance = printedRandom(`invariants, arc ${no}`);
    random = chance;
    dataDir = await folderWithDrafts();
    server = await startServer({ dataDir });
    cast = new Cast(server);
    inapPlayer = cast.person({ role: 'consolidator', actorKind: 'sector_publico', lab: draftsLab });
    inap = bearer(inapPlayer.token ?? '');
  });
  afterAll(async () => {
    for (const hand of hands ?? []) hand.close();
    cast?.[Symbol.dispose]();
    await server?.[Symbol.asyncDispose]();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const chance = (ofHundred: number): boolean => random.below(100) < ofHundred;
  async function move(document: string, step: DraftStep) {
    const { output } = await ask(server, listDocuments, { as: inap, params: lab });
    const draft = output.documents.find(({ id }) => id === document);
    const version = draft?.kind === 'draft' ? draft.life.version : 0;
    const body = { commandId: randomUUID(), step, version, days: null };
    return ask(server, moveDraft, { as: inap, params: { ...lab, document }, body });
  }
  async function moved(document: string, step: DraftStep): Promise<void> {
    const { status, error } = await move(document, step);
    expect(status, `${step}: ${error.message}`).toBe(200);
  }
  const frozen = async (of: { lab: string; document: string }) =>
    (await ask(server, readFrozen, { as: inap, params: of })).output;

  // Invariant 1: what was frozen, as it was first read.
  let kept: { canonical: string; fingerprint: string; at: number } | null = null;
  async function firstIsUntouched(): Promise<void> {
    if (kept === null) return;
    const now = await frozen(first);
    expect(now).toEqual(kept);
    expect(fingerprintOf(now.canonical)).toBe(kept.fingerprint);
    const { lab: id, draftNo, title, body } = JSON.parse(now.canonical) as CanonicalDraft;
    expect(canonicalDraft({ lab: id, draftNo, title, body })).toBe(now.canonical);
  }

  // Invariant 4: one of two people does something to the text; the other must end with the ids that follow from it.
  async function writeByHand(act = random.pick(handActs), on?: string): Promise<void> {
    const [one, other] = chance(50) ? hands : [...hands].reverse();
    if (one === undefined || other === undefined) throw new Error('two people write');
    await one.caughtUpWith(other.doc);
    const before = new Set(blockIds(bodyOf(one.doc)));
    const expected = actByHand(one.doc, { act, random, ...(on !== undefined && { on }) });
    if (expected === null) return;
    idsFollow(topIds(one.doc), { expected, before, act });
    // Somebody else types at the same moment, in a block of their choice.
    const typed = actByHand(other.doc, { act: 'type', random });
    await Promise.all([one.caughtUpWith(other.doc), other.caughtUpWith(one.doc)]);
    expect(bodyOf(other.doc)).toEqual(bodyOf(one.doc));
    if (typed !== null) idsFollow(topIds(other.doc), { expected, before, act });
    const all = blockIds(bodyOf(one.doc));
    expect(new Set(all).size, `${act}: an id twice`).toBe(all.length);
  }
  function idsFollow(
    ids: readonly string[],
    { expected, before, act }: { expected: ExpectedIds; before: ReadonlySet<string>; act: string },
  ): void {
    expect(ids.length, act).toBe(expected.length);
    expected.forEach((id, index) => {
      if (id === null) expect(before.has(ids[index] ?? ''), `${act}: a new block has an old id`).toBe(false);
      else expect(ids[index], act).toBe(id);
    });
  }
  async function takeUp(document: string): Promise<void> {
    for (const hand of hands ?? []) hand.close();
    hands = await Promise.all([0, 1].map(() => connect(server, document, { token: inapPlayer.token ?? '' })));
  }

  /** What was said, as it was sent, and what it was answered: the server's memory is compared with this one. */
  interface Said {
    readonly id: string;
    readonly folio: string;
    readonly sent: Readonly<Record<string, unknown>>;
    answer: { disposition: Disposition; duplicateOf: string | null; response: string | null; blocks: readonly string[] } | null;
  }
  const said: Said[] = [];
  const saidBy = (id: string | null): Said | undefined => said.find((one) => one.id === id);

  async function observe(blocks: readonly WordedBlock[]): Promise<void> {
    const block = random.pick(blocks);
    const quoteFrom = random.below(Math.max(1, block.text.length - 1));
    const quoteTo = quoteFrom + 1 + random.below(block.text.length - quoteFrom);
    const actorKind = random.pick(actorKinds);
    const author = cast.person({
      role: random.pick(['participant', 'civil_org', 'facilitator'] as const),
      actorKind,
      lab: draftsLab,
    });
    const sent = {
      blockId: block.id,
      kind: random.pick(['substance', 'form', 'question'] as const),
      proposedText: chance(50) ? `Propuesta ${random.below(1000)}` : null,
      justification: `Porque ${random.below(1000)} 🌱`,
      onBehalfOf: null,
      showName: chance(50),
    };
    const quote = block.text.slice(quoteFrom, quoteTo);
    const body = { id: randomUUID(), writtenAt: Date.now(), ...sent, quote, quoteFrom, quoteTo };
    const { output, status, error } = await ask(server, api.sendObservation, {
      as: bearer(author.token ?? ''),
      params: first,
      body,
    });
    expect(status, error.message).toBe(201);
    // A blank quote means the block, half a character the whole of it: what is kept is always what stands there.
    expect(output.quoteFrom <= quoteFrom && output.quoteTo >= quoteTo).toBe(true);
    expect(output.quote).toBe(block.text.slice(output.quoteFrom, output.quoteTo));
    expect(output.quote.isWellFormed()).toBe(true);
    const where = { quote: output.quote, quoteFrom: output.quoteFrom, quoteTo: output.quoteTo };
    said.push({
      id: body.id,
      folio: output.folio,
      sent: { ...sent, ...where, actorKind, authorId: author.personId },
      answer: null,
    });
  }

  // Invariants 3 and 5: whatever the desk does, words stay their author's, and answers are what the rule lets through.
  async function recordHolds(): Promise<void> {
    const { output } = await ask(server, api.listObservations, { as: inap, params: first });
    expect(output.observations.map(({ folio }) => folio)).toEqual(said.map(({ folio }) => folio));
    for (const now of output.observations) {
      const one = saidBy(now.id);
      expect(now).toMatchObject(one?.sent ?? {});
      expect([now.disposition, now.duplicateOf, now.response]).toEqual(
        one?.answer ? [one.answer.disposition, one.answer.duplicateOf, one.answer.response] : [null, null, null],
      );
      if (now.response !== null && now.disposition !== null && needsDestination(now.disposition))
        expect(now.destinations.length).toBeGreaterThan(0);
      if (now.disposition === 'duplicate') expect(saidBy(now.duplicateOf)?.answer?.disposition).not.toBe('duplicate');
    }
  }

  async function answer(): Promise<void> {
    const one = random.pick(said);
    const disposition = random.pick(dispositions);
    const ids = [...standing()];
    const blocks = chance(70) ? [random.pick(ids)] : [];
    const response = chance(80) ? `Respuesta ${random.below(1000)}` : '';
    const parent = disposition === 'duplicate' ? random.pick(said) : undefined;
    const { output } = await ask(server, api.listObservations, { as: inap, params: first });
    const version = output.observations.find(({ id }) => id === one.id)?.version ?? 0;
    const { status, error } = await ask(server, api.answerObservations, {
      as: inap,
      params: lab,
      body: {
        commandId: randomUUID(),
        observations: [{ id: one.id, version }],
        disposition,
        duplicateOf: parent?.id ?? null,
        response,
        destinations: blocks.map((blockId) => ({ documentId: drafts.second, blockId })),
      },
    });
    const refusal =
      parent === undefined
        ? needsDestination(disposition) && response !== '' && blocks.length === 0
          ? 'destination_required'
          : null
        : parent.id === one.id
          ? 'duplicate_of_itself'
          : parent.answer?.disposition === 'duplicate'
            ? 'duplicate_of_duplicate'
            : said.some(({ answer: other }) => other?.duplicateOf === one.id)
              ? 'duplicate_has_duplicates'
              : null;
    if (refusal !== null) {
      expect(error.code).toBe(refusal);
      return;
    }
    expect(status, error.message).toBe(200);
    const kept = parent === undefined && response !== '' ? response : null;
    one.answer = {
      disposition,
      duplicateOf: parent?.id ?? null,
      response: kept,
      blocks: needsDestination(disposition) ? blocks : [],
    };
  }

  // Invariant 2: by the model, what each observation lacks; the list and the refusal must say the same.
  function lacking(one: Said, standing: ReadonlySet<string>): string | null {
    if (one.answer === null) return 'disposition';
    const { disposition, duplicateOf, response, blocks } = one.answer;
    if (disposition === 'duplicate') return lacking(saidBy(duplicateOf)!, standing);
    if (response === null) return 'response';
    return needsDestination(disposition) && !blocks.some((id) => standing.has(id)) ? 'destination' : null;
  }
  const standing = (): ReadonlySet<string> => standingBlocks(bodyOf(hands[0]!.doc));
  async function blockedAsItShould(): Promise<string[]> {
    const now = standing();
    const expected = [
      ...said.map((one) => ({ folio: one.folio, lacks: lacking(one, now) })),
      ...brought.map((one) => ({ folio: one.folio, lacks: misplaced(one, now) })),
    ].flatMap(({ folio, lacks }) => (lacks === null ? [] : [`${folio} ${lacks}`]));
    const { output } = await ask(server, readBlockers, { as: inap, params: second });
    expect(output.blockers.map(({ folio, lacks }) => `${folio} ${lacks}`)).toEqual(expected);
    return expected;
  }

  /** Contributions and late writings: the blocks each is said to stand in, or whether it was refused with a reason. */
  interface Brought {
    readonly kind: 'contribution' | 'late_writing';
    readonly id: string;
    readonly folio: string;
    places: readonly { readonly originId: string; readonly blockId: string }[];
    refused: boolean;
  }
  const brought: Brought[] = [];
  function misplaced({ places, refused }: Brought, standing: ReadonlySet<string>): string | null {
    if (refused) return null;
    if (places.length === 0) return 'outcome';
    return places.some(({ blockId }) => standing.has(blockId)) ? null : 'destination';
  }
  async function sayMore(): Promise<void> {
    const table = await openedTable(server, { no: 1, host: inap, lab: draftsLab });
    await table.close();
    const author = bearer(cast.person({ role: 'participant', lab: draftsLab }).token ?? '');
    for (const text of ['Que haya agua.', 'Que se firme una vez.']) {
      const { id, folio } = await table.says(author, text);
      brought.push({ kind: 'contribution', id, folio, places: [], refused: false });
    }
    for (const text of ['Escrito sin señal.', 'En el bus.']) {
      const body = { id: randomUUID(), blockId: null, before: '', text, writtenAt: 5 };
      const { output, status, error } = await ask(server, consolidation.sendLateWriting, { as: inap, params: first, body });
      expect(status, error.message).toBe(201);
      brought.push({ kind: 'late_writing', id: output.id, folio: output.folio, places: [], refused: false });
    }
  }
  async function bring(one = random.pick(brought), placement = random.pick(['link', 'append', 'after'] as const)): Promise<void> {
    const target = random.pick(wordedBlocks(bodyOf(hands[0]!.doc)));
    const text = placement === 'link' ? '' : `Dicho en ${one.folio}.`;
    const body = { commandId: randomUUID(), sources: [{ kind: one.kind, id: one.id }], blockId: target.id, placement, text };
    const { status, error, output } = await ask(server, consolidation.incorporate, { as: inap, params: second, body });
    if (one.refused) {
      expect(error.code).toBe('source_settled');
      return;
    }
    expect(status, error.message).toBe(200);
    one.places = output.origins
      .filter(({ sourceId }) => sourceId === one.id)
      .map(({ id: originId, blockId }) => ({ originId, blockId }));
    if (placement === 'link') return;
    const writer = await connect(server, drafts.second, { token: inapPlayer.token ?? '' });
    await Promise.all(hands.map((hand) => hand.caughtUpWith(writer.doc)));
    writer.close();
  }
  async function refuse(one = random.pick(brought)): Promise<void> {
    const { output } = await ask(server, consolidation.readDesk, { as: inap, params: second });
    const version = output.lateWritings.find(({ id }) => id === one.id)?.version ?? 0;
    const reason = `Porque ${random.below(1000)}`;
    const body = { commandId: randomUUID(), reason };
    const { status, error } =
      one.kind === 'contribution'
        ? await ask(server, consolidation.settleContributions, {
            as: inap,
            params: lab,
            body: { ...body, contributionIds: [one.id as never] },
          })
        : await ask(server, consolidation.settleLateWriting, {
            as: inap,
            params: { ...lab, id: one.id },
            body: { ...body, version },
          });
    // What stands in the text is not said to be left out; what stands nowhere any more may be.
    if (one.places.length > 0 && misplaced(one, standing()) === null) {
      expect(error.code).toBe('source_settled');
      return;
    }
    expect(status, error.message).toBe(200);
    one.places = [];
    one.refused = true;
  }
  async function takeOff(): Promise<void> {
    const one = random.pick(brought);
    if (one.places.length === 0) return;
    const place = random.pick(one.places);
    const { status, error } = await ask(server, consolidation.removeOrigin, {
      as: inap,
      params: { ...lab, id: place.originId },
      body: { commandId: randomUUID() },
    });
    expect(status, error.message).toBe(200);
    one.places = one.places.filter((other) => other !== place);
  }

  test('Borrador 1 is written by two hands, and every block keeps its id', async () => {
    await takeUp(drafts.first);
    for (let act = 0; act < acts.first; act += 1) await writeByHand();
  });

  test('it is frozen while somebody types, recomputes to its fingerprint, and takes no word any more', async () => {
    const freezing = moved(drafts.first, 'freeze');
    for (let word = 0; word < 20; word += 1) {
      actByHand(hands[0]!.doc, { act: 'type', random });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await freezing;
    kept = await frozen(first);
    await firstIsUntouched();
    await moved(drafts.first, 'open_consultation');
    actByHand(hands[1]!.doc, { act: 'type', random });
    const reader = await connect(server, drafts.first, { token: inapPlayer.token ?? '' });
    expect(canonicalJson(bodyOf(reader.doc))).toBe(canonicalJson((JSON.parse(kept.canonical) as CanonicalDraft).body));
    reader.close();
  });

  test('Borrador 2 begins with the same blocks; from there to its freeze every act keeps what must hold', async () => {
    const earlier = (JSON.parse(kept!.canonical) as CanonicalDraft).body;
    const blocks = wordedBlocks(earlier);
    for (let count = 6 + random.below(6); count > 0; count -= 1) await observe(blocks);
    await sayMore();
    await moved(drafts.first, 'begin_next');
    await takeUp(drafts.second);
    expect(blockIds(bodyOf(hands[0]!.doc))).toEqual(blockIds(earlier));

    for (let act = 0; act < acts.second; act += 1) {
      await random.pick([
        () => writeByHand(),
        () => writeByHand(),
        // Somebody takes away a paragraph an answer leads to.
        () => writeByHand('remove', random.pick(['', ...said.flatMap((one) => one.answer?.blocks ?? [])])),
        () => writeByHand('remove', random.pick(['', ...brought.flatMap(({ places }) => places.map(({ blockId }) => blockId))])),
        () => bring(),
        () => bring(),
        () => refuse(),
        () => takeOff(),
        answer,
        answer,
        () => observe(blocks),
        () => group(),
        () => incorporate(),
        async () => {
          const missing = await blockedAsItShould();
          if (missing.length === 0) return;
          expect((await move(drafts.second, 'freeze')).error).toMatchObject({
            code: 'freeze_blocked',
            details: { count: missing.length },
          });
        },
      ])();
      await Promise.all([recordHolds(), firstIsUntouched()]);
    }
  });

  async function group(): Promise<void> {
    const observationIds = [...new Set([random.pick(said).id, random.pick(said).id])];
    if (observationIds.length < 2) return;
    const { status, error } = await ask(server, api.groupObservations, {
      as: inap,
      params: lab,
      body: { id: randomUUID(), observationIds },
    });
    expect(status, error.message).toBeLessThan(300);
  }

  async function incorporate(): Promise<void> {
    const one = random.pick(said);
    const target = random.pick(wordedBlocks(bodyOf(hands[0]!.doc)));
    const body = {
      commandId: randomUUID(),
      sources: [{ kind: 'observation' as const, id: one.id }],
      blockId: target.id,
      placement: random.pick(['after', 'append'] as const),
      text: `Dicho en ${one.folio}.`,
    };
    const { status, error, output } = await ask(server, consolidation.incorporate, { as: inap, params: second, body });
    expect(status, error.message).toBe(200);
    // An answer that was given leads there too from now on.
    const into = output.origins.filter(({ sourceId }) => sourceId === one.id).map(({ blockId }) => blockId);
    if (one.answer !== null) one.answer.blocks = [...one.answer.blocks, ...into];
    const writer = await connect(server, drafts.second, { token: inapPlayer.token ?? '' });
    await Promise.all(hands.map((hand) => hand.caughtUpWith(writer.doc)));
    expect(JSON.stringify(bodyOf(writer.doc))).toContain(body.text);
    writer.close();
  }

  test('once all has an answer it is frozen: lineage, duplicates and both fingerprints agree with what was done', async () => {
    const [block = ''] = wordedBlocks(bodyOf(hands[0]!.doc)).map(({ id }) => id);
    const { output } = await ask(server, api.listObservations, { as: inap, params: first });
    for (const { id, version, disposition } of output.observations.filter((one) => one.disposition !== 'duplicate')) {
      const over = disposition ?? 'accepted';
      const { status, error } = await ask(server, api.answerObservations, {
        as: inap,
        params: lab,
        body: {
          commandId: randomUUID(),
          observations: [{ id, version }],
          disposition: over,
          duplicateOf: null,
          response: 'Respondida al final.',
          destinations: needsDestination(over) ? [{ documentId: drafts.second, blockId: block }] : [],
        },
      });
      expect(status, error.message).toBe(200);
      saidBy(id)!.answer = { disposition: over, duplicateOf: null, response: 'Respondida al final.', blocks: [block] };
    }
    for (const one of brought) if (misplaced(one, standing()) !== null) await bring(one, 'link');
    expect(await blockedAsItShould()).toEqual([]);
    await recordHolds();
    await moved(drafts.second, 'freeze');
    await moved(drafts.second, 'publish');
    await firstIsUntouched();

    const now = await frozen(second);
    expect(fingerprintOf(now.canonical)).toBe(now.fingerprint);
    const earlier = (JSON.parse(kept!.canonical) as CanonicalDraft).body;
    const later = (JSON.parse(now.canonical) as CanonicalDraft).body;
    const were = new Set(wordedBlocks(earlier).map(({ id }) => id));
    const are = new Set(wordedBlocks(later).map(({ id }) => id));
    for (const { blockId, lineage } of compareBodies(earlier, later)) {
      if (lineage === 'retired') expect([were.has(blockId), are.has(blockId)]).toEqual([true, false]);
      else expect(are.has(blockId)).toBe(true);
      // A block that kept its id is never told as a new one.
      if (were.has(blockId) && are.has(blockId)) expect(lineage).not.toBe('new');
    }

    for (const one of said) {
      const parent = one.answer?.duplicateOf ? saidBy(one.answer.duplicateOf) : undefined;
      const { output: told } = await ask(server, readFolio, { params: { folio: one.folio } });
      const record = told.found.find((found) => found.lab.id === draftsLab);
      expect(record, one.folio).toMatchObject({ quote: one.sent['quote'], proposedText: one.sent['proposedText'] });
      expect(record?.response).toBe(parent === undefined ? one.answer?.response : parent.answer?.response);
    }
  });

  test('one person is one kind for a proposal, whatever becomes of them, and seats count kinds', async () => {
    const people = Array.from({ length: 7 }, () => {
      const actorKind = random.pick(actorKinds);
      return {
        actorKind,
        counts: null as ActorKind | null,
        standing: false,
        ...cast.person({ role: 'civil_org', actorKind, lab: draftsLab }),
      };
    });
    const id = randomUUID();
    const author = bearer(cast.person({ role: 'civil_org', lab: draftsLab }).token ?? '');
    const text = { problem: 'Nadie sabe en qué va su trámite.' };
    const made = await ask(server, createProposal, {
      as: author,
      params: lab,
      body: { id, title: `Propuesta ${no}`, sources: [], text },
    });
    expect(made.status, made.error.message).toBe(201);
    const params = { ...lab, id };
    const submit = { commandId: randomUUID(), step: 'submit' as const, version: made.output.proposal.version };
    expect((await ask(server, moveProposal, { as: author, params, body: submit })).status).toBe(200);
    for (let act = 0; act < 25; act += 1) {
      const person = random.pick(people);
      if (chance(30)) {
        person.actorKind = random.pick(actorKinds);
        cast.becomes(person.personId, person.actorKind);
      } else if (chance(25)) {
        await ask(server, withdrawEndorsement, { as: bearer(person.token ?? ''), params, body: { commandId: randomUUID() } });
        person.standing = false;
      } else {
        const body = { commandId: randomUUID(), institution: `Institución ${random.below(3)}` };
        const { status, error } = await ask(server, endorseProposal, { as: bearer(person.token ?? ''), params, body });
        expect(status, error.message).toBe(200);
        person.counts ??= person.actorKind;
        person.standing = true;
      }
      const { output } = await ask(server, readProposal, { as: author, params });
      const standing = people.filter((one) => one.standing);
      const kindOf = new Map(output.proposal.endorsements.map((one) => [one.personId, one.actorKind]));
      expect(kindOf).toEqual(new Map(standing.map((one) => [one.personId, one.counts])));
      const gate = gateOf(output.proposal.endorsements, {
        settings: output.gate,
        checks: checksOf({ users: '', ogpValue: '', fields: output.proposal.fields }),
      });
      const kinds = new Set(
        standing.map(({ counts }) => counts).filter((kind) => (countedActorKinds as readonly unknown[]).includes(kind)),
      );
      expect(gate.filled).toBe(kinds.size);
    }
  });
});
