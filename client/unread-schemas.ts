// Schemas are declarations: one that no page reads is not carried to a phone. Types are read from all of them, values from hardly any.
// Zod says of its functions that they have no side effects, but the bundler loses that inside the braces of an object, so it is written
// here before each call.
import type { Plugin } from 'vite';

const call = /(?<![\w.])z\.\w+\(/g;

export const unreadSchemas: Plugin = {
  name: 'unread-schemas',
  enforce: 'pre',
  transform: {
    filter: { id: /\/shared\/src\/.*\.ts$/, code: "from 'zod/mini'" },
    handler: (code) => ({ code: code.replace(call, '/* @__PURE__ */ $&'), map: null }),
  },
};
