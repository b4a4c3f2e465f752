import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import DateFieldInTips from '#tests/builders/DateFieldInTips.svelte';

beforeAll(() => import('#renderer/styles/tokens.css'));

const part = (name: string) => page.getByRole('spinbutton', { name: new RegExp(name, 'i') });

describe('a date field', () => {
  it('commits a typed day when it is left, not on the way through the years 2, 20 and 202', async () => {
    const onchange = vi.fn();
    await render(DateFieldInTips, { label: 'First day', value: null, onchange });
    await part('month').click();
    await userEvent.keyboard('08232027');
    expect(onchange).not.toHaveBeenCalled();
    await userEvent.click(document.body);
    expect(onchange.mock.calls).toEqual([['2027-08-23']]);
  });

  it('commits on Enter, once', async () => {
    const onchange = vi.fn();
    await render(DateFieldInTips, { label: 'First day', value: '2027-08-23', onchange });
    await part('day').click();
    await userEvent.keyboard('{ArrowUp}{Enter}{Tab}{Tab}{Tab}{Tab}');
    expect(onchange.mock.calls).toEqual([['2027-08-24']]);
  });

  it('is cleared with one press', async () => {
    const onchange = vi.fn();
    await render(DateFieldInTips, { label: 'First day', value: '2027-08-23', onchange });
    await page.getByRole('button', { name: 'Clear the date' }).click();
    expect(onchange.mock.calls).toEqual([[null]]);
  });

  it('takes a day from its calendar, once', async () => {
    const onchange = vi.fn();
    await render(DateFieldInTips, { label: 'First day', value: '2027-08-23', onchange });
    await page.getByRole('button', { name: 'Choose from a calendar' }).click();
    await page.getByRole('button', { name: /August 30, 2027/ }).click();
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(onchange.mock.calls).toEqual([['2027-08-30']]);
  });

  it('does not pass on half a day', async () => {
    const onchange = vi.fn();
    await render(DateFieldInTips, { label: 'First day', value: null, onchange });
    await part('month').click();
    await userEvent.keyboard('08');
    await userEvent.click(document.body);
    expect(onchange).not.toHaveBeenCalled();
  });
});
