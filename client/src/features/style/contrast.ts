// How far apart two colours are to the eye, by WCAG 2.2: what the page of style shows beside each pair and its test holds the tokens to.

/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

/** Reads `#rrggbb` and what a browser computes, `rgb(1, 2, 3)`; null for anything else, and for what is not opaque. */
export function readColor(text: string): Color | null {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (hex) return [Number.parseInt(hex[1] ?? '', 16), Number.parseInt(hex[2] ?? '', 16), Number.parseInt(hex[3] ?? '', 16)];
  const computed = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text);
  return computed ? [Number(computed[1]), Number(computed[2]), Number(computed[3])] : null;
}

export function hexOf(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black and white); the order does not matter. */
export function contrastOf(one: Color, other: Color): number {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
