import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// Read as a file: an imported style sheet is empty in tests without a page.
const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colors of a part of the style sheet, for light and for dark. */
const colorsIn = (part: string) =>
  new Map(
    [...part.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  );
const [usual = '', ofMore = ''] = tokens.split('@media (prefers-contrast: more)');
const colors = colorsIn(usual);
/** What holds where more contrast is asked for: most of it said anew, the rest as usual. */
const moreContrast = new Map([...colors, ...colorsIn(ofMore)]);
const PAPERS = ['paper', 'paper-raised', 'paper-sunken', 'paper-hover'];
const TEXT = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'today',
  'error',
  'warning',
  'info',
  'ok',
  'phase-undergraduate',
  'phase-graduate',
  'phase-experience',
  'phase-licensure',
  'phase-none',
];
const MARKS = ['line-strong', 'focus'];
const ON: [string, string][] = [
  ['ink-inverse', 'ink'],
  ['ink-inverse', 'ink-soft'],
  ['accent-ink', 'accent'],
  ['accent', 'accent-soft'],
  ['ink-faint', 'accent-soft'],
  ['error', 'error-soft'],
  ['warning', 'warning-soft'],
  ['info', 'info-soft'],
  ['ok', 'ok-soft'],
  ['ink', 'phase-undergraduate-soft'],
  ['ink', 'phase-graduate-soft'],
  ['ink', 'phase-experience-soft'],
  ['ink', 'phase-licensure-soft'],
];

/** WCAG 2.2: relative luminance of an sRGB color. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string, theme: 'light' | 'dark', from = colors): number {
  const [low = 0, high = 0] = [a, b]
    .map((name) => luminance(from.get(name)?.[theme] ?? expect.fail(`there is no color ${name}`)))
    .sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(TEXT)('%s can be read on every paper', (name) => {
    for (const paper of PAPERS) expect(contrast(name, paper, theme), paper).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s can be told from every paper', (name) => {
    for (const paper of PAPERS) expect(contrast(name, paper, theme), paper).toBeGreaterThanOrEqual(3);
  });

  it.each(ON)('%s can be read on %s', (name, ground) => {
    expect(contrast(name, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TEXT)('%s can be read on every paper with ease where more contrast is asked for', (name) => {
    for (const paper of PAPERS)
      expect(contrast(name, paper, theme, moreContrast), paper).toBeGreaterThanOrEqual(7);
  });

  it.each([...MARKS, 'line'])('%s can be told from every paper then', (name) => {
    for (const paper of PAPERS)
      expect(contrast(name, paper, theme, moreContrast), paper).toBeGreaterThanOrEqual(
        name === 'line' ? 4.5 : 7,
      );
  });

  it.each(ON)('%s can be read on %s then', (name, ground) => {
    expect(contrast(name, ground, theme, moreContrast)).toBeGreaterThanOrEqual(7);
  });
});
