import { expect } from 'vitest';
import { overlaps, wholeText, type ReadPdf } from '../pdf.ts';

/** Points that a text may fall below 7 by rounding: none. */
const SMALLEST = 7;
const titlesOf = ({ outline }: ReadPdf) => outline.map(({ title }) => title);

/** What holds for every PDF, whatever is in it. */
export function expectSound(pdf: ReadPdf, title: string) {
  expect(pdf.isTagged).toBe(true);
  expect(pdf.title).toBe(title);
  expect(pdf.language).toMatch(/^en/);
  expect(titlesOf(pdf)).toEqual([title]);
  expect(pdf.badFonts).toEqual([]);
  expect(pdf.fonts.filter((name) => !/\+(Inter|NotoSansSCThin)-(Regular|SemiBold|Bold)$/.test(name))).toEqual(
    [],
  );
  expect(wholeText(pdf)).not.toMatch(/[\0\ufffd]/);
  const runs = pdf.pages.flatMap((page) => page.runs.map((run) => ({ ...run, page })));
  expect(runs.filter(({ size }) => size < SMALLEST).map(({ text }) => text)).toEqual([]);
  // Nothing starts outside the sheet, where it would be cut off.
  expect(runs.filter(({ x, y, page }) => x < 0 || y < 0 || x > page.width || y > page.height)).toEqual([]);
  // Were anything wider than the page, Chromium would print every page smaller: the title is set in 21 points.
  expect(Math.max(...runs.map(({ size }) => size))).toBeGreaterThan(20.9);
  for (const page of pdf.pages) expect(overlaps(page)).toEqual([]);
  // Below the running title and above the number of the page.
  for (const { runs } of pdf.pages) expect(runs.filter(({ y }) => y > 60).length).toBeGreaterThan(3);
  pdf.pages.forEach(({ text }, place) => expect(text).toContain(`${place + 1} / ${pdf.pages.length}`));
}
