// What concerns somebody of what was commented, in English: on the home of the lab.
export const toldComments = {
  mentioned: (name: string, title: string) => `${name} mentioned you in a comment on ${title}`,
  replied: (name: string, title: string) => `${name} replied to your comment on ${title}`,
  resolved: (name: string, title: string) => `${name} resolved your comment on ${title}`,
  takenDown: (title: string) => `A comment of yours on ${title} was taken down`,
};
