import { afterEach, expect, it } from 'vitest';
import { keepFocus } from './keep-focus.ts';

const element = (tag: string, parent: Element = document.body): HTMLElement => {
  const made = document.createElement(tag);
  made.tabIndex = -1;
  parent.append(made);
  return made;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

it('goes home when what has it is taken out of the page, alone or with what it is in', async () => {
  const home = element('main');
  stop = keepFocus(document, () => home);
  const card = element('section');
  const button = element('button', card);
  button.focus();
  button.remove();
  await expect.poll(() => document.activeElement).toBe(home);
  element('button', card).focus();
  card.remove();
  await expect.poll(() => document.activeElement).toBe(home);
});

it('stays where it is while that is in the page, or where somebody put it meanwhile', async () => {
  const home = element('main');
  stop = keepFocus(document, () => home);
  const [first, second] = [element('button'), element('button')];
  first.focus();
  element('p').remove();
  await settled();
  expect(document.activeElement).toBe(first);
  first.remove();
  second.focus();
  await settled();
  expect(document.activeElement).toBe(second);
});

it('comes back to what was only put elsewhere in the page, unless somebody had put the focus away', async () => {
  const home = element('main');
  stop = keepFocus(document, () => home);
  const [first, second] = [element('button'), element('button')];
  first.focus();
  second.after(first);
  await expect.poll(() => document.activeElement).toBe(first);
  first.blur();
  element('p');
  await settled();
  expect(document.activeElement).toBe(document.body);
});
