import { flushSync, mount } from 'svelte';
import type { ExportedPlan } from '#shared/contract/answers.ts';
import type { Reply } from '#shared/contract/define.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { loadFonts } from './fonts.ts';
import Picture from './Picture.svelte';
import type { PictureRequest } from './print-request.ts';

/** The question the page asks the core: the timeline as SVG. */
export type PictureSource = (request: PictureRequest) => Promise<Reply<ExportedPlan>>;

/** Shows the picture in `root`, drawn with its own fonts; throws with a sentence when that cannot be. */
export async function drawPicture(
  source: PictureSource,
  request: PictureRequest,
  root: HTMLElement,
): Promise<void> {
  const picture = await source(request);
  if (!picture.ok) throw new Error(sentenceFor(picture.error));
  const { text } = picture.value;
  mount(Picture, { target: root, props: { svg: text.slice(text.indexOf('<svg')) } });
  flushSync();
  await loadFonts(root.textContent);
  await document.fonts.ready;
}
