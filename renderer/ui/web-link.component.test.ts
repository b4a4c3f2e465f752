import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WebLink from './WebLink.svelte';

it('keeps the name of its host in one piece, below a title that needs the line for itself', async () => {
  document.body.style.width = '360px';
  await render(WebLink, {
    url: 'https://bulletins.example.edu/2010/health',
    title:
      'BS in Health Services Management (120 credits; tracks AUPHA criteria) (University Bulletin 2010-2012)',
    onopen: () => undefined,
  });
  const host = page.getByText('bulletins.example.edu', { exact: true });
  await expect.element(host).toBeVisible();
  expect((host.element() as HTMLElement).getClientRects()).toHaveLength(1);
  document.body.style.width = '';
});
