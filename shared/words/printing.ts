import type { PrintStage } from '#shared/contract/print-options.ts';

/** What is being done for a PDF, said while a person waits for it. */
export const PRINT_STAGE_TEXTS: Record<PrintStage, string> = {
  opening: 'Opening the print page …',
  'laying-out': 'Laying out the pages …',
  writing: 'Writing the PDF …',
  packing: 'Making the file smaller …',
};
