/**
 * Sends the focus to `home` when the element that has it is taken out of the page: a button whose work is done, a row
 * that moved to another list, a dialog whose opener is gone. An element that was only put elsewhere gets it back. Left
 * to itself the browser gives it to the page, and who works with the keyboard begins again from the top. Returns a
 * function that stops it.
 */
export function keepFocus(page: Document, home: () => HTMLElement | null): () => void {
  let last: Element | null = null;
  const isLost = () => page.activeElement === null || page.activeElement === page.body;

  const remember = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const observer = new MutationObserver((records) => {
    const had = last;
    if (had === null || !isLost()) return;
    if (had.isConnected) {
      // Whoever clicks beside everything has put the focus away; an element that was moved has not.
      const wasMoved = records.some(({ removedNodes }) =>
        [...removedNodes].some((node) => node.contains(had)),
      );
      if (wasMoved && had instanceof HTMLElement) had.focus({ preventScroll: true });
      return;
    }
    last = null;
    home()?.focus({ preventScroll: true });
  });

  page.addEventListener('focusin', remember);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    page.removeEventListener('focusin', remember);
  };
}
