// The words of editor, in Spanish.
export const editor = {};
