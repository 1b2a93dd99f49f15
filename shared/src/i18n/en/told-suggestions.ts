// What became of what somebody suggested, in English: for its author, on the home of the lab.
export const toldSuggestions = {
  accepted: (n: number, title: string) =>
    `${n === 1 ? 'One of your suggestions' : `${n} of your suggestions`} on ${title} ${n === 1 ? 'was' : 'were'} accepted`,
  rejected: (n: number, title: string) =>
    `${n === 1 ? 'One of your suggestions' : `${n} of your suggestions`} on ${title} ${n === 1 ? 'was' : 'were'} not accepted`,
};
