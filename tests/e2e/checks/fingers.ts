import type { Locator, Page } from '@playwright/test';
import { expect, type App } from '../fixtures.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Longer than a long press takes. */
const LONG_MS = 700;

/** Fingers on the screen, as the browser gets them from one. */
export interface Fingers {
  /** All fingers that are down, the first ones first; those that were not down before come down. */
  down(...fingers: Point[]): Promise<void>;
  /** Moves all of them in steps, as a screen reports them. */
  move(from: readonly Point[], to: readonly Point[], steps?: number): Promise<void>;
  up(): Promise<void>;
  /** The system takes the fingers away, as for a gesture of its own. */
  cancel(): Promise<void>;
  tap(at: Point): Promise<void>;
  /** One finger comes down, moves on at once, and goes up. */
  swipe(from: Point, to: Point): Promise<void>;
  /** One finger comes down and stays until it has taken hold of what is there. */
  press(at: Point): Promise<void>;
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const client = await page.context().newCDPSession(page);
  const send = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: readonly Point[] = [],
  ) => {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await client.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  const fingers: Fingers = {
    down: (...points) => send('touchStart', points),
    move: async (from, to, steps = 6) => {
      for (let step = 1; step <= steps; step += 1) {
        const between = (a: number, b: number) => a + ((b - a) * step) / steps;
        await send(
          'touchMove',
          from.map((start, finger) => {
            const end = to[finger] ?? start;
            return { x: between(start.x, end.x), y: between(start.y, end.y) };
          }),
        );
      }
    },
    up: () => send('touchEnd'),
    cancel: () => send('touchCancel'),
    tap: async (at) => {
      await send('touchStart', [at]);
      await send('touchEnd');
    },
    swipe: async (from, to) => {
      await send('touchStart', [from]);
      await fingers.move([from], [to]);
      await send('touchEnd');
    },
    press: async (at) => {
      await send('touchStart', [at]);
      await page.waitForTimeout(LONG_MS);
    },
  };
  return fingers;
}

/** Opens what a command of the command line has made. */
export async function open(app: App, args: string[]): Promise<Page> {
  await app.restart(async () => {
    const { code, stderr } = await app.cli(args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
  return app.page;
}

/** A point so many pixels to the right and down. */
export const shift = ({ x, y }: Point, right: number, down: number): Point => ({ x: x + right, y: y + down });

/** The box of what is on screen. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on screen');
  return box;
}

export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Asks for a menu as browsers do after a long press; true when theirs is kept away. */
export async function keepsMenuAway(locator: Locator): Promise<boolean> {
  return locator.evaluate(
    (element) =>
      !element.dispatchEvent(
        new PointerEvent('contextmenu', { pointerType: 'touch', bubbles: true, cancelable: true }),
      ),
  );
}

/** What is stored: the names of all commands so far, and the plan's items by id. */
export async function storedIn(app: App) {
  let commands: string[] = [];
  let starts: Record<string, string | null> = {};
  await app.restart(async () => {
    const history = await app.cli(['history', '--json']);
    commands = (JSON.parse(history.stdout) as { name: string }[]).map(({ name }) => name);
    const [plan] = JSON.parse((await app.cli(['list', '--json'])).stdout) as { id: string }[];
    const { stdout } = await app.cli(['analyze', plan?.id ?? '', '--json']);
    const { items } = JSON.parse(stdout) as { items: { id: string; start: string | null }[] };
    starts = Object.fromEntries(items.map(({ id, start }) => [id, start]));
  });
  return { commands, starts };
}
