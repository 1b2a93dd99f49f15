// What `/estilo` says, in Spanish: the names of the pieces of the screen, and one sentence of use for each.
export const style = {
  title: 'Estilo',
  lede: 'Todas las piezas de la pantalla, en todos sus estados.',
};
