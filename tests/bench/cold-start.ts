/** One start in a process of its own: `cold-start.js app|bare FILE PLAN` prints how far it was when, in ms. */
export {};

const booted = performance.now();
const [who = '', file = '', planId = ''] = process.argv.slice(2);

async function startApp() {
  const { createApp } = await import('#electron/core/app.ts');
  const loaded = performance.now();
  const app = createApp({
    dbFile: file,
    create: false,
    clock: { today: () => '2026-11-23', now: () => '2026-11-23T12:00:00.000Z' },
    newId: () => 'id',
    log: () => undefined,
    version: '0.0.0-bench',
  });
  const opened = performance.now();
  const reply = app.dispatch(JSON.stringify({ name: 'plan.read', input: { planId } }));
  const read = performance.now();
  if (!reply.startsWith('{"ok":true')) throw new Error(reply.slice(0, 300));
  // Sealed, or the next start would find a file that was not closed and check all of it.
  app.close();
  return { loaded, opened, read };
}

async function startBare() {
  const { default: BetterSqlite3 } = await import('better-sqlite3');
  const { bareRead } = await import('./bare-store.ts');
  const loaded = performance.now();
  const db = new BetterSqlite3(file, { fileMustExist: true });
  db.pragma('user_version');
  const opened = performance.now();
  bareRead(db, planId)();
  const read = performance.now();
  db.close();
  return { loaded, opened, read };
}

const times = who === 'app' ? await startApp() : await startBare();
console.log(JSON.stringify({ booted, ...times }));
