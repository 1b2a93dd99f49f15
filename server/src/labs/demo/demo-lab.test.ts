// The demonstration says what its sources say, fits the contracts it is stored under, and names nobody who exists.
import { createHash } from 'node:crypto';
import { demoDoors } from '@cocrea/shared/api/session.ts';
import { seedUpdate, type DocumentJson } from '@cocrea/shared/document/seed.ts';
import { documentTitleLimit } from '@cocrea/shared/domain/document.ts';
import { checksOf, defaultGate, gateOf } from '@cocrea/shared/domain/endorsement.ts';
import { DocumentId, PersonId, Uuid } from '@cocrea/shared/domain/ids.ts';
import { joinCodeAlphabet, joinCodeLength, normaliseJoinCode } from '@cocrea/shared/domain/join-code.ts';
import { Lab, SubTable } from '@cocrea/shared/domain/lab.ts';
import { aliasLimit, cleanName, foldName, institutionLimit, lengthOf } from '@cocrea/shared/domain/person.ts';
import { ProposalFields, stepOf } from '@cocrea/shared/domain/proposal.ts';
import { proposalStates, type ProposalState } from '@cocrea/shared/domain/proposal-state.ts';
import { joinableRoles } from '@cocrea/shared/domain/role.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { expect, test } from 'vitest';
import { foundingContributionId } from '../found-tables.ts';
import type { FoundingProposal } from '../lab-founding.ts';
import { demoLab } from './demo-lab.ts';
import { demoDoorPeople } from './people.ts';

const { lab, subTables, people, documents, joinCodes } = demoLab;
const { facts } = lab;

function unique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function textOf(json: DocumentJson): string {
  if (json.type === 'footnote') return String(json.attrs?.['text']);
  return [json.text ?? '', ...(json.content ?? []).map(textOf)].join(json.type === 'paragraph' ? '' : '\n');
}

test('facts, sub-tables and ids fit their contracts', () => {
  expect(Lab.parse(lab)).toEqual(lab);
  for (const subTable of subTables) expect(SubTable.parse(subTable)).toEqual(subTable);
  for (const { id, title } of documents) {
    expect(DocumentId.parse(id)).toBe(id);
    expect(lengthOf(title)).toBeLessThanOrEqual(documentTitleLimit);
  }
  for (const { id } of people) expect(PersonId.parse(id)).toBe(id);
  for (const id of [demoLab.commandId, ...joinCodes.map((code) => code.id)]) expect(Uuid.parse(id)).toBe(id);
  expect(unique([...people, ...documents, ...joinCodes, ...subTables].map(({ id }) => id))).toBe(true);
});

test('six milestones, with the institutions and dates of the template', () => {
  const parts = (no: number, part: string) =>
    facts.milestones
      .find((milestone) => milestone.no === no)
      ?.institutions.filter((one) => one.part === part)
      .map(({ id }) => id);
  expect(facts.milestones.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
  expect([1, 2, 3, 4, 5, 6].map((no) => parts(no, 'responsible'))).toEqual([
    ['gpat', 'inap'],
    ['gpat', 'inap'],
    ['inap'],
    ['inap', 'senacyt', 'gpat'],
    ['onsec', 'inap'],
    ['onsec'],
  ]);
  expect([1, 2, 3, 4, 5, 6].map((no) => parts(no, 'collaborates'))).toEqual([[], [], ['onsec'], [], [], ['minex']]);
  expect(facts.milestones.map(({ start }) => start.start)).toEqual([
    '2018-11-01',
    '2019-06-01',
    ...Array.from({ length: 4 }, () => '2018-11-01'),
  ]);
  for (const { end, ongoing } of facts.milestones)
    expect([end.text, end.end, ongoing]).toEqual(['agosto 2020', '2020-08-31', false]);
  const known = new Set(facts.institutions.map(({ id }) => id));
  expect(facts.milestones.flatMap(({ institutions }) => institutions).every(({ id }) => known.has(id))).toBe(true);
});

test('thirteen activities in the months of the plan, and the twelfth as it was typed', () => {
  const starts = '04 05 06 07 08 09 10 11 12 01 02'.split(' ').map((month, index) => `20${index < 9 ? 19 : 20}-${month}-01`);
  expect(facts.activities.map(({ no }) => no)).toEqual(
    Array.from({ length: 13 }, (_, index) => String(index + 1).padStart(2, '0')),
  );
  expect(facts.activities.map(({ planned }) => planned.start)).toEqual([...starts, '2019-03-01', '2020-08-01']);
  expect(facts.activities[11]?.planned).toEqual({
    text: 'Marzo 2019- Julio 2020',
    kind: 'range',
    start: '2019-03-01',
    end: '2020-07-31',
  });
  expect(facts.activities.filter(({ planned }) => planned.kind === 'month')).toHaveLength(12);
});

test('the commitment runs from November 2018 to 30 August 2020', () => {
  expect([facts.start.start, facts.end.start, facts.end.kind]).toEqual(['2018-11-01', '2020-08-30', 'day']);
});

test('Borrador 1 was consulted, 2 is open to everyone, 3 waits without text and says when it opens', () => {
  const drafts = documents.filter((document) => document.kind === 'draft');
  expect(drafts.map(({ id, draftNo, state, opens, text }) => [id, draftNo, state, opens.text, text !== null])).toEqual([
    ['compromiso-11.borrador-1', 1, 'consolidating', 'Septiembre 2019', true],
    ['compromiso-11.borrador-2', 2, 'writing', 'Octubre 2019', false],
    ['compromiso-11.borrador-3', 3, 'planned', 'Noviembre 2019', false],
  ]);
  expect(drafts[1]?.participantsInvited).toBe(true);
});

test('every sub-table has notes whose four questions are headings in their order', () => {
  expect(subTables).toHaveLength(5);
  for (const { id, no, questions, notesDocumentId } of subTables) {
    const notes = documents.find((document) => document.id === notesDocumentId);
    expect(notes).toMatchObject({ kind: 'sub_table_notes', subTableId: id, id: `compromiso-11.mesa-${no}` });
    const fixed = (notes?.text?.content ?? []).filter(({ attrs }) => attrs?.['question']);
    expect(fixed.map((block) => [block.attrs?.['question'], textOf(block).trim()])).toEqual(
      questions.map((question, index) => [index + 1, question]),
    );
  }
});

test('every first text fits the schema', () => {
  const texts = documents.flatMap(({ text }) => (text ? [text] : []));
  expect(texts).toHaveLength(7);
  for (const text of texts) expect(seedUpdate(text, { clientId: 1 }).length).toBeGreaterThan(0);
});

test('every section of Borrador 1 has text and asks its reader something', () => {
  const blocks = documents[0]?.text?.content ?? [];
  const sections = blocks.flatMap((block, index) => (block.attrs?.['level'] === 2 ? [index] : []));
  expect(sections).toHaveLength(9);
  for (const [order, start] of sections.entries()) {
    const section = blocks.slice(start + 1, sections[order + 1] ?? blocks.length);
    expect(section.length).toBeGreaterThanOrEqual(3);
    expect(section.at(-1)?.type).toBe('blockquote');
    expect(textOf(section.at(-1) ?? {})).toMatch(/¿.+\?/);
  }
});

test('codes can be typed from a poster and give only what a poster may give', () => {
  const fromAlphabet = new RegExp(`^[${joinCodeAlphabet}]{${joinCodeLength}}$`);
  for (const { code, role } of joinCodes) {
    expect(normaliseJoinCode(code)).toBe(code);
    expect(code).toMatch(fromAlphabet);
    expect(joinableRoles).toContain(role);
  }
  expect(unique(joinCodes.map(({ code }) => code))).toBe(true);
  expect(joinCodes.map(({ subTableId }) => subTableId)).toEqual([null, ...subTables.map(({ id }) => id)]);
});

test('people look different from each other, are as short as an alias, and each door leads to one of that role', () => {
  expect(unique(people.map(({ name }) => foldName(name)))).toBe(true);
  // There are twelve colours: those who sit at one table, and those who sit at none, differ.
  for (const seat of new Set(people.map(({ subTableId }) => subTableId)))
    expect(unique(people.filter(({ subTableId }) => subTableId === seat).map(({ color }) => color))).toBe(true);
  for (const { name, institution, color } of people) {
    expect(cleanName(name)).toBe(name);
    expect(lengthOf(name)).toBeLessThanOrEqual(aliasLimit);
    expect(lengthOf(institution ?? '')).toBeLessThanOrEqual(institutionLimit);
    expect(institution ?? '(ficticia)').toMatch(/fictici[ao]\)$/);
    expect(color).toBeLessThan(12);
  }
  for (const door of demoDoors) expect(people.find(({ id }) => id === demoDoorPeople[door])?.role).toBe(door);
  expect(new Set(people.map(({ actorKind }) => actorKind))).toEqual(
    new Set(['sector_publico', 'ong', 'academia', 'ciudadania', 'privado', 'cooperacion']),
  );
});

/** First 16 hex digits of the SHA-256 of names, addresses and telephones in the sources, folded, so that they stand nowhere here. */
const forbidden = new Set([
  'cffdd87c9d5a2e40',
  '51d3ba50d3e136bc',
  '4a42ffb68a0e384a',
  'ee7d81103f122bb1',
  'b10c0821716a6986',
  '6cdf3627e80a28f0',
  '9d24178416eb7c9b',
  '9f714d1e5a2306c4',
  'f388aff7f4bbadb8',
  '4eaae75f1df2f52b',
  'ba5788c6ae4a5b11',
  '6428da0ee33fdd17',
  'd2caa82cdb5a0a33',
  '319ec3e742d3a048',
  '360cdbba702f5889',
  '35f85825b9016fcc',
  '4d1ac5d386c73d29',
  '6ba072da1dd0c296',
  '22b0975e7949e3d0',
  '9a474172a50e1ca7',
  'f4939a77b8b8aa2a',
  'a3b28b8ff8363f4a',
  '765bf3aee709ed04',
  'd1c844c2ede9c7bd',
  'ad0e87b84eb7e932',
  '66bf7cd59a453b56',
  '03cdf79a6b082e61',
]);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function isForbidden(word: string): boolean {
  return forbidden.has(createHash('sha256').update(foldName(word)).digest('hex').slice(0, 16));
}

/** Words, the addresses around them, and runs of digits with their spaces and dashes taken out. */
function wordsOf(text: string): string[] {
  const digits = (text.match(/\d[\d -]*\d/g) ?? []).map((run) => run.replace(/[ -]/g, ''));
  return [...text.split(/[^\p{L}\p{N}\p{M}]+/u), ...text.split(/\s+/), ...digits];
}

test('no name, address or telephone of a real person is in it', () => {
  const strings = stringsIn(demoLab);
  expect(strings.length).toBeGreaterThan(200);
  expect(strings.flatMap(wordsOf).filter(isForbidden)).toEqual([]);
  expect(strings.filter((text) => /\S@\S/u.test(text))).toEqual([]);
});

const { proposals, merges, tables } = demoLab;
const stateOf = ({ steps }: FoundingProposal) => (steps.length === 0 ? 'draft' : stepOf(steps.at(-1)!.step).to);

test('proposals fit their contract, are about something, and no two have the same address', () => {
  expect(proposals.length).toBeGreaterThanOrEqual(12);
  expect(unique([...proposals, ...documents].map(({ id }) => id))).toBe(true);
  for (const { id, title, fields, text } of proposals) {
    expect(DocumentId.parse(id)).toBe(id);
    expect(cleanName(title)).toBe(title);
    expect(lengthOf(title)).toBeLessThanOrEqual(documentTitleLimit);
    expect(ProposalFields.parse(fields)).toEqual(fields);
    expect(text.problem).toMatch(/^[A-ZÁÉÍÓÚ¿].{20,}\.$/su);
  }
  expect(new Set(proposals.map(stateOf))).toEqual(new Set(proposalStates));
  expect(new Set(proposals.map(({ fields }) => fields.typology)).size).toBeGreaterThanOrEqual(6);
});

test('every step of a proposal follows the one before, by somebody who may take it, with the reason it asks for', () => {
  const actorOf = (personId: string) => {
    const person = people.find(({ id }) => id === personId);
    if (!person) throw new Error(`nobody is ${personId}`);
    return { personId, memberships: [{ labId: lab.id, role: person.role, subTableId: person.subTableId }] };
  };
  for (const { title, authorIds, endorsements, steps } of proposals) {
    let state: ProposalState = 'draft';
    for (const { step, personId, reason, blocks } of steps) {
      const { from, to, asks } = stepOf(step);
      expect(from, title).toContain(state);
      expect([reason !== undefined, blocks !== undefined], title).toEqual([asks === 'reason', asks === 'blocks']);
      const subject = { labId: lab.id, authors: authorIds };
      const actor = actorOf(personId);
      if (step === 'submit' || step === 'withdraw') expect(can(actor, 'proposal.change', subject), title).toBe(true);
      else if (step === 'start_validation') expect(can(actor, 'proposal.start_validation', subject), title).toBe(true);
      else expect(can(actor, 'proposal.decide', subject), title).toBe(true);
      state = to;
    }
    for (const authorId of authorIds) expect(can(actorOf(authorId), 'proposal.create', { labId: lab.id }), title).toBe(true);
    for (const { personId } of endorsements)
      expect(can(actorOf(personId), 'proposal.endorse', { labId: lab.id }), title).toBe(true);
    expect(unique(endorsements.map(({ personId }) => personId)), title).toBe(true);
    if (steps.length === 0) expect(endorsements, title).toEqual([]);
  }
  for (const { personId, from, into } of merges) {
    expect(can(actorOf(personId), 'proposal.merge', { labId: lab.id })).toBe(true);
    for (const id of [...from, into]) expect(proposals.map((one) => one.id)).toContain(id);
  }
});

test('what is validated passed the gate, and one is a sector away from it', () => {
  const gates = proposals.map((proposal) => {
    const { text, fields } = proposal;
    const endorsements = proposal.endorsements.map(({ personId, institution }, at) => {
      const actorKind = people.find(({ id }) => id === personId)?.actorKind ?? 'otro';
      return { personId, institution, actorKind, at };
    });
    const checks = checksOf({ users: text.users ?? '', ogpValue: text.ogp_value ?? '', fields });
    return { state: stateOf(proposal), gate: gateOf(endorsements, { settings: defaultGate, checks }) };
  });
  for (const { state, gate } of gates) if (state === 'validated' || state === 'incorporated') expect(gate.fulfilled).toBe(true);
  expect(gates.filter(({ state, gate }) => state === 'in_validation' && gate.filled === 4)).toHaveLength(1);
});

test('what a proposal came from was said at a table, and whoever said it themselves is among its authors', () => {
  const said = new Map(
    tables.flatMap(({ subTableId, clusters }) =>
      clusters
        .flatMap(({ contributions }) => contributions)
        .map(([authorId, , way = 'phone'], index) => [foundingContributionId(subTableId, index + 1), { authorId, way }] as const),
    ),
  );
  const sources = proposals.flatMap(({ title, authorIds, sourceIds }) =>
    sourceIds.map((id) => ({ title, authorIds, said: said.get(id) })),
  );
  expect(sources.length).toBeGreaterThan(5);
  for (const { title, authorIds, said: source } of sources) {
    expect(source, title).toBeDefined();
    if (source?.way === 'phone') expect(authorIds, title).toContain(source.authorId);
  }
});

test('comments are by people who may comment, name people of the lab by their names, and one thread is resolved', () => {
  const { comments: threads = [] } = demoLab.consultation ?? {};
  const personOf = (id: string) => people.find((person) => person.id === id);
  for (const { by, says, naming = [] } of threads.flatMap(({ comments }) => comments)) {
    const role = personOf(by)?.role ?? 'observer';
    const author = { personId: by, memberships: [{ labId: lab.id, role, subTableId: null }] };
    expect(can(author, 'comment.write', { labId: lab.id, kind: 'draft', state: 'writing' })).toBe(true);
    for (const named of naming) expect(says).toContain(`@${personOf(named)?.name ?? 'nadie'}`);
  }
  expect(threads.filter(({ resolvedBy }) => resolvedBy !== undefined)).toHaveLength(1);
  expect(threads).toHaveLength(3);
});
