import type { MeasureText } from '#shared/domain/layout/ticks.ts';

/** Scripts whose letters stand side by side: names are drawn without kerning, so their width is the sum of the letters'. */
const SIMPLE = /^[\u0020-\u024f\u0370-\u04ff\u2010-\u2027\u3400-\u9fff\uff00-\uffef]*$/;
/** Stands for every digit, so that the numbers of courses side by side either all fit or none does. */
const WIDEST_DIGIT = '4';

/**
 * Measures text set in `font` (a CSS font shorthand) without touching the page's layout. Letters are measured once;
 * the words of a plan are then sums. Scripts in which letters change with their neighbors are measured as a whole.
 */
export function textMeasure(font: string): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text) => text.length * 7;
  context.font = font;
  context.fontKerning = 'none';
  const letters = new Map<string, number>();
  const wholes = new Map<string, number>();

  const widthOf = (text: string, known: Map<string, number>): number => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const { width } = context.measureText(text);
    known.set(text, width);
    return width;
  };

  return (text) => {
    if (!SIMPLE.test(text)) return widthOf(text, wholes);
    let width = 0;
    // By place: all of these letters are one unit long.
    for (let place = 0; place < text.length; place += 1) {
      const letter = text.charAt(place);
      width += widthOf(letter >= '0' && letter <= '9' ? WIDEST_DIGIT : letter, letters);
    }
    return width;
  };
}
