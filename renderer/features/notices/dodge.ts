import { on } from 'svelte/events';

interface Span {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Span, b: Span): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Between what has the focus, with the ring around it, and the notices, in CSS pixels. */
const GAP = 4;

/**
 * Keeps what is fixed at the end of the window off the element with the focus, wherever that is and however it came
 * there: then it stands at the top of the main view, given as the style `--from-top`. It stays there until it is empty,
 * because what jumps with every key cannot be read.
 */
export function dodge(region: HTMLElement): () => void {
  let frame = 0;

  function place() {
    frame = 0;
    const focused = document.activeElement;
    if (region.childElementCount === 0) return rest();
    if (region.dataset['dodges'] !== undefined || focused === null || region.contains(focused)) return;
    const main = document.getElementById('main');
    // The view as a whole is too large to be covered.
    if (main === null || focused === document.body || focused === main) return;
    const own = focused.getBoundingClientRect();
    const at = region.getBoundingClientRect();
    if (!overlap({ left: own.left, right: own.right, top: own.top - GAP, bottom: own.bottom + GAP }, at))
      return;
    const top = main.getBoundingClientRect().top + 2 * GAP;
    if (overlap(own, { ...spanOf(at), top, bottom: top + at.height })) return;
    region.style.setProperty('--from-top', `${top}px`);
    region.dataset['dodges'] = '';
  }

  function rest() {
    delete region.dataset['dodges'];
    region.style.removeProperty('--from-top');
  }

  const spanOf = ({ left, right, top, bottom }: DOMRect): Span => ({ left, right, top, bottom });
  const soon = () => {
    if (frame === 0 && region.childElementCount + (region.dataset['dodges'] === undefined ? 0 : 1) > 0)
      frame = requestAnimationFrame(place);
  };
  const changes = new MutationObserver(soon);
  changes.observe(region, { childList: true });
  const stops = [
    on(document, 'focusin', soon),
    on(document, 'scroll', soon, { capture: true, passive: true }),
    on(window, 'resize', soon),
    () => changes.disconnect(),
    () => cancelAnimationFrame(frame),
  ];
  return () => stops.forEach((stop) => stop());
}
