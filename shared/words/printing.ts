import type { PrintNote, PrintStage } from '#shared/contract/print-options.ts';
import { countOf, formatNumber } from './numbers.ts';

/** What is being done for a PDF, said while a person waits for it. */
export const PRINT_STAGE_TEXTS: Record<PrintStage, string> = {
  opening: 'Opening the print page …',
  'laying-out': 'Laying out the pages …',
  writing: 'Writing the PDF …',
  packing: 'Making the file smaller …',
};

/** What came out otherwise than asked. */
export function printNoteSentence({ asked, pages }: PrintNote): string {
  return `The timeline takes ${countOf(pages, 'page')} instead of ${formatNumber(asked)}, because its type would be smaller than 7 points otherwise.`;
}
