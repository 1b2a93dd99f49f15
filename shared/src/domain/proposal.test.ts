// The life of a proposal: which step leads where, from where, and what it asks for.
import { expect, test } from 'vitest';
import { canBecomeOthers, canEndorsementBeWithdrawn, isEndorsable, proposalSteps, stepOf, stepsFrom } from './proposal.ts';
import { isWritten, proposalStates, type ProposalState } from './proposal-state.ts';

const free = { becameIds: [] };
const from = (state: ProposalState) => stepsFrom({ state, ...free });

test('every state allows the steps of its table, written here by hand', () => {
  expect(Object.fromEntries(proposalStates.map((state) => [state, from(state)]))).toEqual({
    draft: ['submit', 'withdraw'],
    submitted: ['start_validation', 'observe', 'withdraw'],
    in_validation: ['observe', 'validate', 'withdraw'],
    observed: ['submit', 'withdraw', 'not_incorporate'],
    validated: ['incorporate', 'not_incorporate'],
    incorporated: [],
    not_incorporated: [],
    withdrawn: [],
  });
});

test('a reason is asked where somebody is told no, blocks where it went in, the gate where it is validated', () => {
  expect(Object.fromEntries(proposalSteps.map((step) => [step, stepOf(step).asks]))).toEqual({
    submit: null,
    start_validation: null,
    observe: 'reason',
    validate: 'gate',
    withdraw: null,
    incorporate: 'blocks',
    not_incorporate: 'reason',
  });
});

test('what was merged or split takes no step any more', () => {
  for (const state of proposalStates) expect(stepsFrom({ state, becameIds: ['otra'] })).toEqual([]);
});

test('it is validated only through validation, and incorporated only when it was', () => {
  const into = (state: ProposalState) =>
    proposalSteps.filter((step) => stepOf(step).to === state).flatMap((step) => stepOf(step).from);
  expect(into('validated')).toEqual(['in_validation']);
  expect(into('incorporated')).toEqual(['validated']);
});

test('its text is written and its endorsements move while nothing rests on them', () => {
  const which = (rule: (state: ProposalState) => boolean) => proposalStates.filter(rule);
  expect(which(isWritten)).toEqual(['draft', 'observed']);
  expect(which(isEndorsable)).toEqual(['submitted', 'in_validation', 'observed', 'validated']);
  expect(which(canEndorsementBeWithdrawn)).toEqual(['submitted', 'in_validation', 'observed']);
  expect(which(canBecomeOthers)).toEqual(['draft', 'submitted', 'in_validation', 'observed']);
});
