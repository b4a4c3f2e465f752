import { isWebAddress } from '#shared/contract/fields.ts';
import type { Extras } from '#shared/domain/plan/web-links.ts';
import { countOf } from './numbers.ts';

/** What there is beside the name of an item: `notes, 2 links`. */
export function extrasText({ notes, links }: Extras): string {
  return [notes ? 'notes' : '', links > 0 ? countOf(links, 'link') : ''].filter(Boolean).join(', ');
}

/** Why an address cannot be kept, beside the field it was typed into; `undefined` for one that can. */
export function addressProblem(url: string): string | undefined {
  if (isWebAddress(url)) return undefined;
  return 'Must be an address that starts with https://, http:// or mailto:.';
}
