import { contract, type ParsedOf } from '#shared/contract/contract.ts';

/** Which plan to show and how: what whoever opened the page wrote behind the `#` of its address. */
export type PrintRequest = ParsedOf<'plan.print'>;

/** Reads the fragment of the page's address: URI-encoded JSON. `null` when it holds anything else. */
export function readRequest(fragment: string): PrintRequest | null {
  try {
    return contract['plan.print'].input.parse(JSON.parse(decodeURIComponent(fragment.replace(/^#/, ''))));
  } catch {
    return null;
  }
}
