import { afterEach, expect, it } from 'vitest';
import { homeOf, placeAfterDetails } from './focus-places.ts';

afterEach(() => document.body.replaceChildren());

/** A view with two bars, the second in the order of Tab, and a button beside them. */
function view() {
  const main = document.createElement('main');
  main.tabIndex = -1;
  main.innerHTML = `
    <button>Add</button>
    <div role="treegrid"><div role="row" data-id="a" tabindex="-1"></div><div role="row" data-id="b" tabindex="0"></div></div>`;
  document.body.append(main);
  const part = (selector: string) => main.querySelector<HTMLElement>(selector);
  return { main, button: part('button'), a: part('[data-id="a"]'), b: part('[data-id="b"]') };
}

it('what is lost is looked for in the grid of the same plan, else in the view', () => {
  const { main, b } = view();
  expect(homeOf(main, true)).toBe(b);
  expect(homeOf(main, false)).toBe(main);
  expect(homeOf(null, true)).toBeNull();
});

it('after details one is at their item, or where one was if that stands for it or nothing does', () => {
  const { main, button, a, b } = view();
  expect(placeAfterDetails(main, button, 'a')).toBe(a);
  expect(placeAfterDetails(main, b, 'b')).toBe(b);
  expect(placeAfterDetails(main, button, 'not drawn')).toBe(button);
  expect(placeAfterDetails(main, main, 'not drawn')).toBe(main);
  expect(placeAfterDetails(main, button, null)).toBe(button);
  button?.remove();
  expect(placeAfterDetails(main, button, null)).toBe(main);
});
