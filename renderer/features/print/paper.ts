import type { PrintOptions } from '#shared/contract/print-options.ts';

/** CSS pixels of an inch and of a millimeter: the page is measured in pixels and printed in inches. */
const INCH = 96;
const MM = INCH / 25.4;

const PAPERS = {
  letter: { width: 8.5 * INCH, height: 11 * INCH },
  a4: { width: 210 * MM, height: 297 * MM },
} as const;

/** The margin boxes hold the running title above and the page number below. */
const MARGIN = { top: 0.8 * INCH, right: 0.7 * INCH, bottom: 0.8 * INCH, left: 0.7 * INCH };

/** What a page offers, in CSS pixels. */
export interface Paper {
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** Inside the margins, rounded down to whole pixels. */
  readonly width: number;
  readonly height: number;
}

/** The sheet that was asked for. */
export function paperFor({ paper, landscape }: Pick<PrintOptions, 'paper' | 'landscape'>): Paper {
  const { width, height } = PAPERS[paper];
  const [pageWidth, pageHeight] = landscape ? [height, width] : [width, height];
  return {
    pageWidth,
    pageHeight,
    width: Math.floor(pageWidth - MARGIN.left - MARGIN.right),
    height: Math.floor(pageHeight - MARGIN.top - MARGIN.bottom),
  };
}

/** What stands in the margins of every page. */
export interface RunningText {
  title: string;
  date: string;
  gray: boolean;
}

/** The `@page` rules: size, margins, running title and page numbers. */
export function pageRules(paper: Paper, { title, date, gray }: RunningText): string {
  const inches = (pixels: number) => `${(pixels / INCH).toFixed(4)}in`;
  // The margins know no custom properties: these are the values of --ink-faint.
  const font = `font: 400 10.75px 'Inter', 'Noto Sans SC'; color: ${gray ? '#5e5e5e' : '#666259'}`;
  return `
    @page {
      size: ${inches(paper.pageWidth)} ${inches(paper.pageHeight)};
      margin: ${[MARGIN.top, MARGIN.right, MARGIN.bottom, MARGIN.left].map(inches).join(' ')};
      @top-left { content: ${cssString(title)}; ${font}; white-space: nowrap; padding-bottom: 6pt; vertical-align: bottom }
      @top-right { content: ${cssString(date)}; ${font}; white-space: nowrap; padding-bottom: 6pt; vertical-align: bottom }
      @bottom-center { content: counter(page) ' / ' counter(pages); ${font} }
    }
    @page :first {
      @top-left { content: none }
      @top-right { content: none }
    }
  `;
}

/** Text as a CSS string: whatever could end it is written as its code point. */
function cssString(text: string): string {
  const safe = text.replace(/["\\\p{Cc}<]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `);
  return `"${safe}"`;
}
