import type { MeasureText } from '#shared/domain/layout/ticks.ts';
import { LETTER_WIDTHS } from './letter-widths.ts';

export type Weight = keyof typeof LETTER_WIDTHS;

/** Marks that stand over the letter before them, and what is not seen at all. */
const WITHOUT_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
/** For letters that are not in the table, in thousandths: a Chinese one fills its square, most others less of it. */
const SQUARE = 1_000;
const WIDE = 1_400;

const TABLES: Record<Weight, ReadonlyMap<string, number>> = { 400: tableOf(400), 600: tableOf(600) };

/** Measures text in Inter, in pixels. What Inter does not have counts as wide as it may become in another font. */
export function textMeasure(size: number, weight: Weight): MeasureText {
  const table = TABLES[weight];
  return (text) => {
    let width = 0;
    for (const letter of text) width += table.get(letter) ?? widthElsewhere(letter);
    return (width * size) / 1_000;
  };
}

/** True when Inter has every letter of a text, so that its width is exact. */
export function isMeasured(text: string, weight: Weight): boolean {
  const table = TABLES[weight];
  for (const letter of text) if (!table.has(letter)) return false;
  return true;
}

function widthElsewhere(letter: string): number {
  if (WITHOUT_WIDTH.test(letter)) return 0;
  return PICTURE.test(letter) ? WIDE : SQUARE;
}

function tableOf(weight: Weight): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [first, widths] of LETTER_WIDTHS[weight]) {
    for (const [place, width] of widths.split(/\s+/).entries()) {
      if (width !== '-') table.set(String.fromCodePoint(first + place), Number(width));
    }
  }
  return table;
}
