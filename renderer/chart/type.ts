import type { MeasureText } from '#shared/domain/layout/ticks.ts';
import { textMeasure } from './measure.ts';

/** Measures of the type the chart is set in: names of bars, and the headings that programs and terms are. */
export interface ChartType {
  readonly name: MeasureText;
  readonly heading: MeasureText;
}

const FONTS = {
  name: "400 12px Inter, 'Noto Sans SC', sans-serif",
  heading: "600 12px Inter, 'Noto Sans SC', sans-serif",
};

/** Measures with the fonts the page has now: make it anew once `chartFonts` has come. */
export function chartType(): ChartType {
  return { name: textMeasure(FONTS.name), heading: textMeasure(FONTS.heading) };
}

/** Settles when the fonts of the chart are loaded. */
export async function chartFonts(): Promise<void> {
  await Promise.allSettled(Object.values(FONTS).map((font) => document.fonts.load(font)));
}

const SAMPLE = 'Hamburgefonstiv 0123456789';

/** True when the two measure alike, so that nothing has to be drawn again. */
export function isSameType(a: ChartType, b: ChartType): boolean {
  return a.name(SAMPLE) === b.name(SAMPLE) && a.heading(SAMPLE) === b.heading(SAMPLE);
}
