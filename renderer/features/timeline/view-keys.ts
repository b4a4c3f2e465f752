import { isTyping } from '#renderer/state/commands/press.ts';
import { singleKeys } from '#renderer/state/commands/single-keys.svelte.ts';
import { wishOf, type KeyWish } from './keys.ts';

/** What the whole view is asked for, not the bar with the focus. */
export type ViewWish =
  { readonly wish: 'zoom'; readonly factor: number } | { readonly wish: 'fit-plan' | 'fit-selection' };

/**
 * What a key asks of the view, or `null`: it zooms and fits wherever the focus is inside of `view` and while nothing has
 * it, but not in a field, nor where somebody else has taken the key.
 */
export function viewWishOf(event: KeyboardEvent, view: HTMLElement): ViewWish | null {
  const { target, defaultPrevented, isComposing } = event;
  if (defaultPrevented || isComposing || !singleKeys.on || isTyping(target)) return null;
  if (target !== document.body && !(target instanceof Node && view.contains(target))) return null;
  const wish = wishOf(event);
  return wish !== null && isOfView(wish) ? wish : null;
}

function isOfView(wish: KeyWish): wish is ViewWish {
  return wish.wish === 'zoom' || wish.wish === 'fit-plan' || wish.wish === 'fit-selection';
}
