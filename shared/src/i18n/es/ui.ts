// The words of ui, in Spanish.
export const ui = {};
