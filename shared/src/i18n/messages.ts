// How the words of the screen are typed: Spanish is the original, and a language that lacks one of its sentences does not compile.

/** The same tree of sentences in another language: strings for strings, functions of the same arguments for functions. */
export type Translation<Original> = Original extends (...args: infer Args) => string
  ? (...args: Args) => string
  : Original extends string
    ? string
    : { readonly [Key in keyof Original]: Translation<Original[Key]> };

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** The first language of an Accept-Language header or a list of tags that we speak; Spanish otherwise. */
export function languageOf(tags: string | readonly string[] | undefined): Language {
  const wanted = typeof tags === 'string' ? tags.split(',') : (tags ?? []);
  for (const tag of wanted) {
    const base = tag.trim().slice(0, 2).toLowerCase();
    if (base === 'es' || base === 'en') return base;
  }
  return 'es';
}
