import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Checkbox from './Checkbox.svelte';
import Choices from './Choices.svelte';
import Combobox from './Combobox.svelte';
import Segmented from './Segmented.svelte';
import Select from './Select.svelte';

beforeAll(() =>
  Promise.all([import('#renderer/styles/tokens.css'), import('#renderer/styles/controls.css')]),
);

const states = [
  { value: 'CA', label: 'California' },
  { value: 'NM', label: 'New Mexico' },
  { value: 'NY', label: 'New York' },
];

describe('a select', () => {
  it('is opened and answered with the keyboard alone', async () => {
    const onchange = vi.fn();
    await render(Select, { label: 'State', options: states, value: 'CA', onchange });
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('option', { name: 'New York' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onchange.mock.calls).toEqual([['NM']]);
  });

  it('can go back to nothing where that is a choice', async () => {
    const onchange = vi.fn();
    await render(Select, { label: 'State', options: states, value: 'NY', none: 'Any state', onchange });
    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Any state' }).click();
    expect(onchange.mock.calls).toEqual([[null]]);
  });
});

describe('a combobox', () => {
  it('narrows its list while one types, and takes the choice', async () => {
    const onchange = vi.fn();
    await render(Combobox, { label: 'State', options: states, value: null, onchange });
    await page.getByRole('combobox', { name: 'State' }).fill('new');
    await expect.element(page.getByRole('option', { name: 'New York' })).toBeVisible();
    expect(page.getByRole('option', { name: 'California' }).elements()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onchange).toHaveBeenCalledOnce();
    expect(['NM', 'NY']).toContain(onchange.mock.calls[0]?.[0]);
  });

  it('shows the last choice again when what was typed is left as it is', async () => {
    const onchange = vi.fn();
    await render(Combobox, { label: 'State', options: states, value: 'CA', onchange });
    const field = page.getByRole('combobox', { name: 'State' });
    await field.fill('zzz');
    await expect.element(page.getByText('Nothing found.')).toBeVisible();
    await userEvent.keyboard('{Escape}{Tab}');
    await expect.element(field).toHaveValue('California');
    expect(onchange).not.toHaveBeenCalled();
  });

  it('means nothing when it is emptied, where that is allowed', async () => {
    const onchange = vi.fn();
    await render(Combobox, { label: 'State', options: states, value: 'CA', clearable: true, onchange });
    await page.getByRole('combobox', { name: 'State' }).fill('');
    await userEvent.keyboard('{Escape}{Tab}');
    expect(onchange.mock.calls).toEqual([[null]]);
  });

  it('opens at a letter and not at a shortcut, and says that nothing was found', async () => {
    await render(Combobox, { label: 'State', options: states, value: 'NY', onchange: vi.fn() });
    await userEvent.keyboard('{Tab}{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'State' })).toHaveFocus();
    expect(page.getByRole('listbox').query()).toBeNull();
    await userEvent.fill(page.getByRole('combobox', { name: 'State' }), 'Atlantis');
    await expect.element(page.getByRole('option', { name: 'Nothing found.', disabled: true })).toBeVisible();
  });
});

it('a group of segments is one stop of Tab and moves with the arrows', async () => {
  const onchange = vi.fn();
  await render(Segmented, { label: 'State', options: states, value: 'CA', onchange });
  await userEvent.keyboard('{Tab}{ArrowRight}');
  expect(onchange.mock.calls).toEqual([['NM']]);
});

it('choices are told in the order of the list, not of the clicks', async () => {
  const onchange = vi.fn();
  await render(Choices, { label: 'States', options: states, values: ['NY'], onchange });
  await page.getByRole('button', { name: 'California' }).click();
  expect(onchange.mock.calls).toEqual([[['CA', 'NY']]]);
});

it('a checkbox is toggled by its label and by Space', async () => {
  const onchange = vi.fn();
  await render(Checkbox, { label: 'Locked', checked: false, onchange });
  await page.getByText('Locked').click();
  await userEvent.keyboard(' ');
  expect(onchange).toHaveBeenCalledTimes(2);
  await expect.element(page.getByRole('checkbox', { name: 'Locked' })).toBeVisible();
});
