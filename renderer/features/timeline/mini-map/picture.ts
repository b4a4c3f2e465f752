import { inkOf, OVERVIEW_INKS, type Overview, type OverviewInk } from '#shared/domain/layout/overview.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The colors of the picture, as the page has them now. */
export type PictureColors = Readonly<Record<OverviewInk | 'today' | 'goal', Rgb>>;

/** A day that is marked through all rows, in cells from the left. */
export interface PictureLine {
  readonly x: number;
  readonly color: 'today' | 'goal';
}

const TOKENS: Record<keyof PictureColors, string> = {
  undergraduate: '--phase-undergraduate',
  graduate: '--phase-graduate',
  experience: '--phase-experience',
  licensure: '--phase-licensure',
  none: '--phase-none',
  critical: '--ink',
  today: '--today',
  goal: '--ink',
};

/** Reads the tokens through the color of an element, which the page works out for its scheme and contrast. */
export function readColors(element: HTMLElement): PictureColors {
  const before = element.style.color;
  const entries = Object.entries(TOKENS).map(([name, token]) => {
    element.style.color = `var(${token})`;
    return [name, toRgb(getComputedStyle(element).color)] as const;
  });
  element.style.color = before;
  return Object.fromEntries(entries) as unknown as PictureColors;
}

function toRgb(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** Puts the picture on a canvas, of which each pixel is one cell. `fine` is the width of a line in cells. */
export function paint(
  canvas: HTMLCanvasElement,
  { width, height, ink, amount }: Overview,
  colors: PictureColors,
  lines: readonly PictureLine[],
  fine: number,
): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(width, height);
  const { data } = image;
  const inks = [null, ...OVERVIEW_INKS.map((_, place) => inkOf(place + 1))].map((name) =>
    name === null ? null : colors[name],
  );
  for (let cell = 0; cell < ink.length; cell += 1) {
    const color = inks[ink[cell] ?? 0];
    if (color == null) continue;
    data[cell * 4] = color[0];
    data[cell * 4 + 1] = color[1];
    data[cell * 4 + 2] = color[2];
    data[cell * 4 + 3] = amount[cell] ?? 0;
  }
  context.putImageData(image, 0, 0);
  for (const { x, color } of lines) {
    context.fillStyle = `rgb(${colors[color].join(' ')})`;
    const thick = Math.max(1, Math.round(fine));
    context.fillRect(Math.round(x - thick / 2), 0, thick, height);
    if (color === 'goal') flag(context, x, thick);
  }
}

/** A goal is told from today by the flag at its head. */
function flag(context: CanvasRenderingContext2D, x: number, thick: number): void {
  const size = 6 * thick;
  const left = Math.round(x - thick / 2);
  context.beginPath();
  context.moveTo(left, 0);
  context.lineTo(left - size, size / 2);
  context.lineTo(left, size);
  context.fill();
}
