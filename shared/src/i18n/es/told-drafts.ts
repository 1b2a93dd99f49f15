// What happened to drafts, in Spanish: for the home of the lab.
export const toldDrafts = {
  frozen: (title: string) => `Se congeló ${title}`,
  consultationOpened: (title: string) => `Se abrió la consulta de ${title}`,
  consultationProlonged: (title: string, day: string) => `Se prolongó la consulta de ${title} hasta el ${day}`,
  began: (title: string) => `Empezó a escribirse ${title}`,
  answered: (title: string) => `${title} quedó respondido`,
  published: (title: string) => `Se publicó ${title}`,
  massDeleted: (title: string) => `Se borró buena parte de ${title}`,
  restored: (title: string) => `${title} volvió a una versión anterior`,
};
