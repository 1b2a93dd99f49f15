// The words around a Borrador, in English: where it stands, what is done next with it, what blocks it, and what came too late for it.
import type { drafts as spanish } from '../es/drafts.ts';
import type { Translation } from '../messages.ts';

export const drafts: Translation<typeof spanish> = {
  head: {
    label: (draft) => `State of ${draft}`,
    frozen: (when) => `Frozen on ${when}`,
    frozenBy: (when, name) => `Frozen on ${when} by ${name}`,
    published: (day) => `Published on ${day}`,
    fingerprint: (short) => `Fingerprint ${short}`,
    fingerprintName: 'See the whole fingerprint',
    versions: 'Versions',
    desk: 'Consolidation desk',
    matrix: 'Matrix',
    publicPage: 'Public page',
    showQr: 'Show the QR code',
    next: (draft) => `Go to ${draft}`,
    more: (draft) => `the steps of ${draft}`,
  },
  steps: {
    freeze: {
      action: 'Freeze',
      title: (draft) => `Freeze ${draft}`,
      done: (draft) => `${draft} is frozen.`,
    },
    open_consultation: {
      action: 'Open the consultation',
      title: (draft) => `Open the consultation of ${draft}`,
      done: (draft) => `${draft} is in consultation.`,
    },
    begin_next: {
      action: 'Begin the next one',
      title: (draft) => `Begin ${draft}`,
      done: (draft) => `${draft} is being written.`,
    },
    publish: {
      action: 'Publish',
      title: (draft) => `Publish ${draft}`,
      done: (draft) => `${draft} is published.`,
    },
  },
  freeze: {
    what: 'The text stays as it is at this moment, with its fingerprint and the date. Nobody can change it any more, nor can whoever freezes it.',
    writing:
      'What is saved on the server is in it. Whoever goes on writing without a signal will be offered to send it as a late contribution.',
    answers: (draft) => `With this, ${draft} is answered.`,
    counting: 'Counting the open suggestions…',
    uncounted: 'The open suggestions could not be counted. None is lost: what stays open is not part of this text.',
    suggestions: (count, people, draft) =>
      count === 1
        ? `1 open suggestion is not part of ${draft}.`
        : `${count} open suggestions of ${people === 1 ? '1 person' : `${people} people`} are not part of ${draft}.`,
    goOn: (next) => `What stays open goes on into ${next} as a suggestion, in the name of whoever made it, when that one begins.`,
    stayBeside: 'What stays open stays in sight beside the frozen text, and is decided no more.',
    never: 'This cannot be undone.',
    blocked: (count) => `${count} unanswered`,
    blockedWhy: 'It can be frozen once everything that was said before has an answer.',
    list: 'What is missing before it can be frozen',
    listNone: 'Nothing is missing: it can be frozen now.',
    observations: (answered, total) => `Observations answered: ${answered} of ${total}`,
    contributions: (settled, total) => `Contributions with a destination: ${settled} of ${total}`,
    lacks: {
      disposition: 'what is done with it is not decided',
      response: 'the response is missing',
      destination: 'the paragraph it led to is no longer in the text, or is empty',
      outcome: 'what became of it is not said',
    },
    kinds: { observation: 'Observations', contribution: 'Contributions', late_writing: 'Late contributions' },
    goAnswer: 'Answer at the consolidation desk',
  },
  consultation: {
    what: 'From now on the people of the laboratory can observe on the draft, and anybody can read it on its public page.',
    days: 'Days of consultation',
    daysHint: (least, most) => `Between ${least} and ${most}. They count from tomorrow, in calendar days.`,
    daysWrong: (least, most) => `Write a whole number between ${least} and ${most}.`,
    closes: (day) => `It can be observed on until ${day}, all day.`,
    late: 'What comes after that is kept apart, as late.',
  },
  prolong: {
    action: 'Prolong the consultation',
    title: (draft: string) => `Prolong the consultation of ${draft}`,
    now: (day: string) =>
      `It can be observed until ${day}. The consultation can only close later, never before what was promised.`,
    days: 'More days',
    daysHint: (least: number, most: number) =>
      `Between ${least} and ${most}. They count from the present close, in calendar days.`,
    reason: 'Why it is prolonged',
    reasonHint: 'Anybody reads it, beside the new date.',
    done: (draft: string, day: string) => `${draft} can be observed until ${day}.`,
  },
  begin: {
    what: (from, to) =>
      `${to} begins with the text of ${from}: paragraphs keep their history and their authors, and what was observed is brought in from there.`,
    open: (day) => `The consultation is open until ${day}. If you begin now it closes today; what comes after that will be late.`,
    suggestions: (count, from) =>
      count === 1
        ? `1 suggestion was left open in ${from}: it goes on, in the name of whoever made it.`
        : `${count} suggestions were left open in ${from}: they go on, in the name of whoever made them.`,
    stays: (from) => `${from} is kept as it was.`,
    never: 'This cannot be undone.',
  },
  publish: {
    what: 'Anybody will be able to read it without signing in, download it and verify its fingerprint.',
    matrix: (draft) =>
      `The matrix of observations on ${draft} is published with it, and everybody who observed will see the answer they were given. Those answers do not change any more.`,
    never: 'This cannot be undone.',
  },
  fingerprint: {
    title: 'The fingerprint',
    what: 'These 64 characters are computed from the frozen text. If a single letter changed, they would be others.',
    field: 'Fingerprint (SHA-256)',
    verify: 'Verify a file',
  },
  publicPage: {
    title: 'The public page',
    what: 'Anybody can read the draft at this address, without signing in. To show it in a room, point the camera of a phone here:',
    qr: (draft) => `QR code of the public page of ${draft}`,
    field: 'Address',
  },
  late: {
    title: (draft) => `What you wrote is not in ${draft}`,
    what: (draft, when) =>
      `${draft} was frozen on ${when}, and your words were on this device only. Nothing was lost and nothing was mixed in: you decide.`,
    shown: 'Below, the text is seen with what you wrote on this device.',
    compare: 'What you wrote, beside what was frozen',
    mine: 'What you wrote',
    frozen: 'As it was frozen',
    newHere: 'It is not in the draft: it is a new paragraph.',
    removed: 'You took this paragraph out.',
    onlyFormat: 'The format of some part changed too, which cannot be sent. The copy keeps it.',
    send: (count) => (count === 1 ? 'Send as a late contribution' : 'Send as late contributions'),
    sending: (done, total) => `Sending ${done} of ${total}…`,
    sendWhat: 'Whoever consolidates will say what became of each, and you can follow them by their folio.',
    observe: (count) => (count === 1 ? 'Send as an observation' : 'Send as observations'),
    observeWhat: 'The consultation is open: each paragraph is sent as an observation, with its folio and its reasoned response.',
    why: 'Why you propose the change',
    whyHint: 'It is sent with each observation.',
    whyMissing: 'Say why: without a reason it cannot be answered.',
    afterThis: (text) => `Add after this paragraph: ${text}`,
    takeOut: 'Take this paragraph out.',
    keep: 'Keep',
    kept: 'What you wrote is kept on this device',
    keptWhat: 'It was not sent. You can decide whenever you like, on this same device.',
    decide: 'Decide now',
    discard: 'Discard',
    discardTitle: 'Discard what you wrote',
    discardWhat: (count) =>
      count === 1
        ? 'One paragraph that is nowhere else is deleted from this device. This cannot be undone.'
        : `${count} paragraphs that are nowhere else are deleted from this device. This cannot be undone.`,
    discarded: 'What had not been sent was discarded.',
    nothing: 'What was still to be confirmed is in the frozen draft already, word by word.',
    nothingGo: 'Understood',
    sent: (count) => (count === 1 ? 'It was sent, and came late for this draft' : 'They were sent, and came late for this draft'),
    sentObserved: (count) => (count === 1 ? 'It was sent as an observation' : 'They were sent as observations'),
    sentWhat: (folios) => `Keep the folio to follow what is done: ${folios}.`,
    sentGo: 'Understood',
    waits: 'A connection is needed to see the frozen text and decide. Meanwhile your words stay on this device.',
    mayNot: 'Your role in the laboratory does not send contributions. You can take a copy along.',
  },
};
