import { fontEnvironment } from './chromium-fonts.ts';
import { installedChromiums, majorVersionOf } from './installed-chromium.ts';
import { lockFileChromium } from './lock-file-chromium.ts';
import { thisMachine, type Machine } from './machine.ts';

/** A browser that can be started, in the words of Playwright's launch options. */
export interface Chromium {
  ok: true;
  source: ChromiumSource;
  executablePath: string;
  /** Arguments to add to the driver's own. */
  args: string[];
  /** The whole environment of the process, not an addition to ours. */
  env: Record<string, string>;
  /** Playwright turns the sandbox off unless this is true, so it has to be passed on. */
  chromiumSandbox: boolean;
}

export type ChromiumSource = 'environment' | 'lock file' | 'playwright' | 'installed';

export interface NoChromium {
  ok: false;
  reason: 'not found' | 'path does not exist' | 'cannot be unpacked';
  /** One sentence for the reader: what to do about it. */
  cure: string;
}

export interface FindChromiumOptions {
  /**
   * Tests take the lock file's browser first, so that pages measure and print the same everywhere. People get the
   * browser they have, which knows their fonts, and the lock file's only when they have none.
   */
  order: 'tests' | 'people';
  /** Where Playwright keeps its own browser; it is known to Playwright alone, and asked for in tests only. */
  playwrightOwn?: string;
}

/** Below this `Page.printToPDF` writes neither an outline nor the margin boxes our pages number themselves with. */
const OLDEST_USABLE = 131;

/** The one place that decides which Chromium prints and tests. */
export async function findChromium(
  options: FindChromiumOptions,
  machine: Machine = thisMachine(),
): Promise<Chromium | NoChromium> {
  const given = machine.env['THROUGHLINE_CHROMIUM'];
  if (given) {
    if (machine.isFile(given)) return ready(machine, 'environment', given, options);
    return {
      ok: false,
      reason: 'path does not exist',
      cure: `THROUGHLINE_CHROMIUM names ${given}, where there is no file: correct it or unset it.`,
    };
  }

  const steps =
    options.order === 'tests' ? [fromLockFile, fromPlaywright, fromInstalled] : [fromInstalled, fromLockFile];
  let failure: NoChromium | null = null;
  for (const step of steps) {
    const found = await step(machine, options);
    if (found?.ok) return found;
    failure ??= found;
  }
  return failure ?? { ok: false, reason: 'not found', cure: cureFor(options) };
}

type Step = (machine: Machine, options: FindChromiumOptions) => Promise<Chromium | NoChromium | null>;

const fromLockFile: Step = async (machine, options) => {
  const unpacked = await lockFileChromium(machine);
  if (unpacked === null) return null;
  if (!unpacked.ok) return { ok: false, reason: 'cannot be unpacked', cure: unpacked.cure };
  const found = await ready(machine, 'lock file', unpacked.executablePath, options);
  // Its four libraries come with it, because a bare system has none of them.
  const libraries = [unpacked.libraries, found.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { ...found, env: { ...found.env, LD_LIBRARY_PATH: libraries } };
};

const fromPlaywright: Step = async (machine, options) =>
  options.playwrightOwn && machine.isFile(options.playwrightOwn)
    ? ready(machine, 'playwright', options.playwrightOwn, options)
    : null;

const fromInstalled: Step = async (machine, options) => {
  for (const path of installedChromiums(machine)) {
    const version = await majorVersionOf(machine, path);
    if (version !== null && version >= OLDEST_USABLE) return ready(machine, 'installed', path, options);
  }
  return null;
};

async function ready(
  machine: Machine,
  source: ChromiumSource,
  executablePath: string,
  { order }: FindChromiumOptions,
): Promise<Chromium> {
  const chromiumSandbox = await mayUseSandbox(machine, source);
  return {
    ok: true,
    source,
    executablePath,
    // Without hinting a text is as wide in a test as on paper, whatever the system's rendering settings are.
    args: [...(chromiumSandbox ? [] : ['--no-sandbox']), '--font-render-hinting=none'],
    env: { ...definedOnly(machine.env), ...(await fontEnvironment(machine, order)) },
    chromiumSandbox,
  };
}

/**
 * Chromium refuses its sandbox as root. An installed browser brings what the sandbox needs; a bare executable depends
 * on user namespaces, which some systems keep from programs they do not know.
 */
async function mayUseSandbox(machine: Machine, source: ChromiumSource): Promise<boolean> {
  if (machine.platform !== 'linux') return true;
  if (machine.isRoot) return false;
  return source === 'installed' || source === 'environment' || machine.allowsUserNamespaces();
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function cureFor({ order }: FindChromiumOptions): string {
  const install = `install Chrome, Chromium or Edge ${OLDEST_USABLE} or newer, or set THROUGHLINE_CHROMIUM to one`;
  return order === 'people'
    ? `Printing needs a browser and none was found: ${install}.`
    : `The tests need a Chromium and none was found: run "npx playwright install chromium --only-shell", ${install}.`;
}
