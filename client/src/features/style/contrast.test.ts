// Every pair of colours that meets on the screen is far enough apart, in light and in dark, as the tokens stand in their file.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colorPairs, leastContrast } from './color-pairs.ts';
import { type Color, contrastOf, hexOf, readColor } from './contrast.ts';

const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

function tokenIn(theme: Theme, name: string): Color {
  const value = new RegExp(`^ *--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`, 'm').exec(tokens);
  const color = readColor(value?.[3] ?? value?.[theme === 'light' ? 1 : 2] ?? '');
  if (!color) throw new Error(`tokens.css gives --${name} no colour for ${theme}`);
  return color;
}

describe('contrast', () => {
  it('is that of WCAG: 21 between black and white, 1 of a colour with itself, 4.54 of the grey #767676 on white', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrastOf([11, 90, 74], [11, 90, 74])).toBe(1);
    expect(contrastOf([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  it('reads what files say and what browsers compute', () => {
    expect(readColor('#0b5a4a')).toEqual([11, 90, 74]);
    expect(readColor('rgb(11, 90, 74)')).toEqual([11, 90, 74]);
    expect(readColor('rgba(11, 90, 74, 0.5)')).toBeNull();
    expect(hexOf([11, 90, 74])).toBe('#0b5a4a');
  });

  const pairs = Object.values(colorPairs).flat();
  it.each(themes)('is enough for every pair in %s', (theme) => {
    const faint = pairs
      .map(({ ink, ground, use }) => ({
        pair: `${ink} on ${ground}`,
        ratio: contrastOf(tokenIn(theme, ink), tokenIn(theme, ground)),
        least: leastContrast[use],
      }))
      .filter(({ ratio, least }) => ratio < least);
    expect(faint).toEqual([]);
  });
});
