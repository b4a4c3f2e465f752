import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import NumberInput from './NumberInput.svelte';
import TextInput from './TextInput.svelte';

beforeAll(() => import('#renderer/styles/tokens.css'));

describe('a text field', () => {
  it('commits once when Enter is pressed and the field is then left', async () => {
    const oncommit = vi.fn();
    await render(TextInput, { label: 'Title', value: 'Exam', oncommit });
    await page.getByLabelText('Title').fill('Board exam');
    expect(oncommit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Tab}');
    expect(oncommit.mock.calls).toEqual([['Board exam']]);
  });

  it('takes typing back on Escape, and does not commit it', async () => {
    const oncommit = vi.fn();
    await render(TextInput, { label: 'Title', value: 'Exam', oncommit });
    await page.getByLabelText('Title').fill('Nonsense');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByLabelText('Title')).toHaveValue('Exam');
    await userEvent.keyboard('{Tab}');
    expect(oncommit).not.toHaveBeenCalled();
  });

  it('keeps what is being typed when the same value is read again, and follows another one', async () => {
    const { rerender } = await render(TextInput, { label: 'Title', value: 'Exam', placeholder: 'a' });
    await page.getByLabelText('Title').fill('Half ty');
    await rerender({ value: 'Exam', placeholder: 'b' });
    await expect.element(page.getByLabelText('Title')).toHaveValue('Half ty');
    await rerender({ value: 'Renamed elsewhere' });
    await expect.element(page.getByLabelText('Title')).toHaveValue('Renamed elsewhere');
  });

  it('commits the same text again after another one was stored meanwhile', async () => {
    const oncommit = vi.fn();
    const { rerender } = await render(TextInput, { label: 'Title', value: 'A', oncommit });
    await page.getByLabelText('Title').fill('B');
    await userEvent.keyboard('{Enter}');
    await rerender({ value: 'B' });
    await rerender({ value: 'A' });
    await page.getByLabelText('Title').fill('B');
    await userEvent.keyboard('{Enter}');
    expect(oncommit.mock.calls).toEqual([['B'], ['B']]);
  });
});

describe('a number field', () => {
  it('reads numbers as people write them, and an empty field as nothing', async () => {
    const oncommit = vi.fn();
    await render(NumberInput, { label: 'Hours', value: null, oncommit });
    await page.getByLabelText('Hours').fill('1,000');
    await userEvent.keyboard('{Enter}');
    await page.getByLabelText('Hours').fill('0.5');
    await userEvent.keyboard('{Enter}');
    expect(oncommit.mock.calls).toEqual([[1000], [0.5]]);
  });

  it('says when there is no number, and does not commit', async () => {
    const oncommit = vi.fn();
    await render(NumberInput, { label: 'Hours', value: 40, oncommit });
    await page.getByLabelText('Hours').fill('forty');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Enter a number.');
    await expect.element(page.getByLabelText('Hours')).toHaveAttribute('aria-invalid', 'true');
    expect(oncommit).not.toHaveBeenCalled();
  });

  it('keeps money in cents without a rounding error', async () => {
    const oncommit = vi.fn();
    await render(NumberInput, { label: 'Cost', value: 42_500, per: 100, oncommit });
    await expect.element(page.getByLabelText('Cost')).toHaveValue('425');
    await page.getByLabelText('Cost').fill('19.99');
    await userEvent.keyboard('{Enter}');
    expect(oncommit.mock.calls).toEqual([[1999]]);
  });
});
