// What downloading says, in Spanish.
export const exports = {
  download: 'Descargar',
  formats: {
    docx: 'Word (DOCX)',
    pdf: 'PDF',
    md: 'Markdown',
    json: 'Archivo con su huella (JSON)',
    csv: 'Hoja de cálculo (CSV)',
  },
  withSuggestions: 'Word (DOCX), con sugerencias y comentarios',
  preparing: (format: string) => `Preparando ${format}…`,
  cancel: 'Cancelar',
  done: (name: string) => `Descargado: ${name}`,
};
