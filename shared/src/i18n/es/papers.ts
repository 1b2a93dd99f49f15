// What stands in the files that are downloaded, beside the texts themselves. In Spanish alone: a paper of the lab is the same paper for
// whoever takes it, and is in the language of the words it holds.
export const papers = {
  matrix: {
    title: (draft: string) => `Matriz de observaciones del ${draft}`,
    columns: {
      folio: 'Folio',
      receivedAt: 'Recibida (hora de Guatemala)',
      late: 'Tardía',
      actorKind: 'Sector',
      name: 'Nombre',
      onBehalfOf: 'En nombre de',
      kind: 'Tipo',
      section: 'Sección',
      quote: 'Texto observado',
      justification: 'Observación',
      proposedText: 'Texto propuesto',
      disposition: 'Disposición',
      duplicateOf: 'Igual que',
      response: 'Respuesta motivada',
      destinations: 'Dónde quedó',
      signedBy: 'Responde',
      decidedAt: 'Respondida (hora de Guatemala)',
      satisfaction: 'Conformidad',
      objection: 'Objeción sostenida',
    },
    yes: 'Sí',
    satisfactions: { none: '', satisfied: 'Conforme', unsatisfied: 'No conforme' },
  },
};
