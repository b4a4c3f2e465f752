import type { Page } from '@playwright/test';

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
