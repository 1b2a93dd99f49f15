// What coming in with an account and a person's own page say, in English.
import type { account as spanish } from '../es/account.ts';
import type { Translation } from '../messages.ts';

const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);
const documents = (count: number): string => (count === 1 ? '1 document' : `${count} documents`);

export const account: Translation<typeof spanish> = {
  signIn: {
    title: 'Sign in to your account',
    lede: 'For those who facilitate, take notes, consolidate or administer.',
    name: 'Name',
    password: 'Password',
    showPassword: 'Show the password',
    go: 'Sign in',
    byCode: 'Enter with a code',
    lost: 'If you forgot your password, ask whoever runs the server for another.',
  },
  setUp: {
    title: 'Create the administrator’s account',
    lede: 'This link works only once. With this account the others are created.',
    name: 'First and last name',
    password: 'Password',
    passwordHint: (minimum) => `At least ${minimum} characters. Several words together are easy to remember and hard to guess.`,
    go: 'Create the account',
  },
  title: 'Your account',
  titleDevice: 'You on this device',
  asAccount: 'You sign in with name and password.',
  asDevice: 'You came in without an account. This device remembers who you are.',
  passerBy: 'You have not come in to any lab from this device yet.',
  enter: 'Go to the entrance',
  name: {
    title: 'Name',
    field: 'Name or alias',
    fieldAccount: 'Name',
    hint: 'This is how the others see you.',
    hintAccount: 'This is how the others see you, and the name you sign in with.',
    save: 'Change my name',
    missing: 'Write a name or an alias.',
    useSuggestion: (name) => `Use “${name}”`,
    done: 'Your name has changed for everybody.',
    stale: 'Somebody changed your name while you were writing it. You see the latest now: check it and save again.',
    noLab: 'You are no longer in any lab, so your name cannot be changed.',
  },
  labs: {
    title: 'Your labs',
    none: 'You are not in any lab. Come in with a code when you are given one.',
    lab: 'Lab',
    role: 'Role',
    what: 'What you may do',
    subTable: (no, theme) => `Sub-table ${no}: ${theme}`,
  },
  preferences: 'On this device',
  leave: {
    title: 'Sign out',
    here: 'Sign out of this device',
    hereWhat: 'Ends your session here. On other phones or computers it stays open.',
    everywhere: 'Sign out of all devices',
    everywhereWhat: 'Ends your session on every phone and computer where you came in, this one too. Use it if you lost one.',
    deviceWhat: 'This device is the only thing that knows who you are.',
    askHere: 'Sign out of this device?',
    askEverywhere: 'Sign out of all devices?',
    accountAgain: 'To return, sign in with your name and password.',
    deviceForgets:
      'This device will forget who you are. There is no password: when you return with a code you will be a new person for the lab.',
    deviceKeeps: 'What you wrote and is on the server stays under your name.',
    unsentLooking: 'Checking whether something is still to be sent…',
    unsentNone: 'Everything you wrote here is on the server.',
    unsentUnknown:
      'It could not be checked whether something is still to be sent. Before you go, open your documents and see that they say “Saved on the server”.',
    unsentAccount: (count, inDocuments) =>
      `You have ${changes(count)} not sent, in ${documents(inDocuments)}. They stay on this device, under your name, and are sent when you sign in here again and open the document.`,
    unsentDevice: (count, inDocuments) =>
      `You have ${changes(count)} not sent, in ${documents(inDocuments)}. If you go now, they stay on this device and nobody will be able to send them under your name. Open the documents first and wait until they say “Saved on the server”.`,
    contributionsAccount: (count) =>
      count === 1
        ? '1 contribution is not sent. It waits on this device until you sign in on it again.'
        : `${count} contributions are not sent. They wait on this device until you sign in on it again.`,
    contributionsDevice: (count) =>
      count === 1
        ? '1 contribution is not sent. If you leave, nobody can send it: wait until it is sent, or copy it first.'
        : `${count} contributions are not sent. If you leave, nobody can send them: wait until they are sent, or copy them first.`,
    unsentElsewhere: 'If something was left unsent on another device, it waits there until you sign in on it again.',
    goHere: 'Sign out',
    goAnyway: 'Sign out anyway',
    goEverywhere: 'Sign out of all',
  },
};
