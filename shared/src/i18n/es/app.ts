// The words of app, in Spanish.
export const app = {};
