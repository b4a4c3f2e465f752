/**
 * Where the focus goes when what had it is gone: to the one cell or bar of a grid that Tab reaches, which stands
 * where the lost one was, else to the view as a whole. In a plan that has just been opened there is no such place yet.
 */
export function homeOf(main: HTMLElement | null, isSamePlan: boolean): HTMLElement | null {
  const stop = isSamePlan
    ? main?.querySelector<HTMLElement>(':is([role="grid"], [role="treegrid"]) [tabindex="0"]')
    : null;
  return stop ?? main;
}

/**
 * Where the focus goes when the details of an item are closed: back to where it was in the view if that stands for the
 * item, else to the bar, card or row of the item, else back to where it was all the same.
 */
export function placeAfterDetails(
  main: HTMLElement,
  last: EventTarget | null,
  itemId: string | null,
): HTMLElement {
  const isThere = last instanceof HTMLElement && last.isConnected && last !== main;
  const opener = isThere ? last : null;
  if (itemId === null) return opener ?? main;
  if (opener !== null && [opener.dataset['id'], opener.dataset['cell']].includes(itemId)) return opener;
  const name = CSS.escape(itemId);
  return main.querySelector<HTMLElement>(`[data-id="${name}"], [data-cell="${name}"]`) ?? opener ?? main;
}
