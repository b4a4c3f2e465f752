import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Who may import whom. A room is a folder; the innermost one that matches a file is its room. Names with `#` are
 * rooms, others are packages; `node:` stands for Node's own modules, and a trailing `/` for a whole package scope.
 */
const ROOMS: Record<string, readonly string[]> = {
  'shared/domain': ['date-fns'],
  'shared/contract': ['#shared/domain', 'zod'],
  'shared/words': ['#shared/contract', '#shared/domain'],
  'shared/catalog': ['#shared/domain'],
  'electron/db': ['better-sqlite3', 'node:', '#migrations'],
  'electron/formats': ['#shared/contract', '#shared/domain', '#shared/words', 'zod'],
  'electron/core': [
    '#electron/db',
    '#electron/formats',
    '#shared/contract',
    '#shared/domain',
    '#shared/catalog',
    'node:',
    'better-sqlite3',
  ],
  'electron/hosts': ['#electron/core', '#shared/contract', 'node:'],
  'electron/hosts/ipc.ts': ['#electron/core', '#shared/contract', 'node:', 'electron'],
  'electron/print': [
    '#electron/core',
    '#electron/hosts',
    '#shared/contract',
    'node:',
    '@sparticuz/chromium',
    'tar-fs',
  ],
  'electron/print/electron-printer.ts': ['#electron/core', '#shared/contract', 'node:', 'electron'],
  'electron/print/chromium-page.ts': ['#electron/hosts', 'playwright-core'],
  'electron/print/chromium-printer.ts': [
    '#electron/core',
    '#electron/hosts',
    '#shared/contract',
    'node:',
    'playwright-core',
  ],
  'electron/solve': ['#electron/hosts', '#shared/contract', '#shared/domain', '#shared/words', 'node:'],
  'electron/shell': [
    'electron',
    '#electron/formats',
    '#electron/hosts',
    '#shared/contract',
    '#shared/words',
    'node:',
  ],
  'electron/command-line': [
    '#electron/core',
    '#electron/db',
    '#electron/formats',
    '#electron/hosts',
    '#electron/print',
    '#electron/solve',
    '#shared/contract',
    '#shared/domain',
    '#shared/words',
    '#shared/catalog',
    'node:',
  ],
  'electron/main.ts': [
    'electron',
    '#electron/core',
    '#electron/hosts',
    '#electron/print',
    '#electron/solve',
    '#electron/shell',
    '#electron/db',
    '#shared/contract',
    '#shared/words',
    'node:',
  ],
  'electron/preload.ts': ['electron', '#shared/contract'],
  'electron/cli.ts': ['#electron/command-line'],
  'electron/version.ts': [],
  'renderer/ui': ['svelte', 'bits-ui', '@internationalized/date', 'lucide'],
  'renderer/chart': ['svelte', '#renderer/ui', '#shared/domain', '#shared/words'],
  'renderer/host': ['#shared/contract'],
  'renderer/api': ['#renderer/host', '#shared/contract'],
  'renderer/state': ['svelte', '#renderer/api', '#shared/contract', '#shared/domain', '#shared/words'],
  'renderer/pdf': ['pdfjs-dist'],
  'renderer/styles': ['@fontsource/'],
  'renderer/features': [
    'svelte',
    '#renderer/pdf',
    '#renderer/state',
    '#renderer/ui',
    '#renderer/chart',
    '#shared/words',
    '#shared/domain',
    '#shared/contract',
    'lucide',
  ],
  renderer: [
    'svelte',
    '#renderer/features',
    '#renderer/state',
    '#renderer/ui',
    '#renderer/api',
    '#renderer/host',
    '#renderer/styles',
    '#shared/words',
    '#shared/domain',
    '#shared/contract',
    'lucide',
  ],
};

/** Imports of types alone, which leave nothing in the program. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  'shared/catalog': ['#shared/domain'],
  'electron/print': ['#electron/core'],
  'electron/hosts': ['#electron/core'],
};

interface Import {
  from: string;
  typeOnly: boolean;
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|svelte|css)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));

const files = ['shared', 'electron', 'renderer'].flatMap(sourceFiles);

/** Static, dynamic and style imports; comments and strings that merely speak of imports do not look like these. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found: Import[] = [];
  for (const [, type, from = ''] of text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]/gm,
  )) {
    found.push({ from, typeOnly: type !== undefined });
  }
  for (const [, from = ''] of text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm))
    found.push({ from, typeOnly: false });
  for (const [, from = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
    found.push({ from, typeOnly: false });
  return found;
}

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What an import means: a room with `#`, a package's name, or `null` for a neighbor in the same room. */
function targetOf(file: string, { from }: Import): string | null {
  if (from.startsWith('node:')) return 'node:';
  const inside = from.startsWith('#')
    ? from.slice(1)
    : from.startsWith('.')
      ? join(file, '..', from).split(sep).join('/')
      : null;
  if (inside === null)
    return from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
  if (inside.startsWith('migrations')) return '#migrations';
  if (inside === 'package.json') return null;
  const folder = (path: string | undefined): string => path?.replace(/\/[^/]+\.ts$/, '') ?? '';
  const target = folder(roomOf(inside));
  return target === folder(roomOf(file)) ? null : `#${target}`;
}

describe('rooms', () => {
  it('cover every source file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('import only what the table allows', () => {
    const forbidden = files.flatMap((file) => {
      const room = roomOf(file) ?? '';
      const allowed = ROOMS[room] ?? [];
      return importsOf(file).flatMap((each) => {
        const target = targetOf(file, each);
        const fits =
          target === null ||
          allowed.some((name) => name === target || (name.endsWith('/') && target.startsWith(name)));
        return fits ? [] : [`${file} imports ${each.from}`];
      });
    });
    expect(forbidden).toEqual([]);
  });

  it('take only types where only types may pass', () => {
    const forbidden = files.flatMap((file) => {
      const typed = TYPES_ONLY[roomOf(file) ?? ''] ?? [];
      return importsOf(file).flatMap((each) =>
        !each.typeOnly && typed.includes(targetOf(file, each) ?? '') ? [`${file} imports ${each.from}`] : [],
      );
    });
    expect(forbidden).toEqual([]);
  });

  it('name each other by #, never by a path that climbs out', () => {
    const climbing = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('../') && from !== '../package.json')
        .filter((each) => targetOf(file, each) !== null && !each.from.endsWith('.css'))
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(climbing).toEqual([]);
  });

  it('let no feature import another feature', () => {
    const feature = (path: string): string | undefined => /renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const crossing = files.flatMap((file) => {
      const own = feature(file);
      return own === undefined
        ? []
        : importsOf(file)
            .filter(({ from }) => {
              const path = from.startsWith('#') ? from.slice(1) : join(file, '..', from);
              const other = feature(path);
              return other !== undefined && other !== own;
            })
            .map(({ from }) => `${file} imports ${from}`);
    });
    expect(crossing).toEqual([]);
  });
});

describe('shared/domain', () => {
  it('takes the clock and the dice as arguments', () => {
    const impure = files
      .filter((file) => file.startsWith('shared/'))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.|performance\.now\(/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });
});
