import { z } from 'zod';
import { id } from '#shared/contract/fields.ts';
import { printOptions, type PrintOptions } from '#shared/contract/print-options.ts';

/** Which plan to show and how: what whoever opened the page wrote behind the `#` of its address. */
export interface PrintRequest {
  planId: string;
  options: PrintOptions;
}

const printRequest = z.strictObject({ planId: id, options: printOptions });

/** Reads the fragment of the page's address: URI-encoded JSON. `null` when it holds anything else. */
export function readRequest(fragment: string): PrintRequest | null {
  try {
    return printRequest.parse(JSON.parse(decodeURIComponent(fragment.replace(/^#/, ''))));
  } catch {
    return null;
  }
}
