import { contract, type ParsedOf } from '#shared/contract/contract.ts';

/** Which plan to print and how, or which days of its timeline to draw. */
export type PrintRequest = ParsedOf<'print.start'>;
export type PictureRequest = ParsedOf<'plan.draw'>;
export type PageRequest =
  { kind: 'print'; request: PrintRequest } | { kind: 'picture'; request: PictureRequest };

/**
 * Reads what whoever opened the page wrote behind the `#` of its address: URI-encoded JSON. `null` when it holds
 * anything else.
 */
export function readRequest(fragment: string): PageRequest | null {
  try {
    const asked: unknown = JSON.parse(decodeURIComponent(fragment.replace(/^#/, '')));
    if (typeof asked === 'object' && asked !== null && 'picture' in asked && 'planId' in asked) {
      const input = { planId: asked.planId, ...(asked.picture as object) };
      return { kind: 'picture', request: contract['plan.draw'].input.parse(input) };
    }
    return { kind: 'print', request: contract['print.start'].input.parse(asked) };
  } catch {
    return null;
  }
}
