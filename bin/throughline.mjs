#!/usr/bin/env node
// The `throughline` command. It may be started by any Node from 20.19 on, from any folder and through a link, so it
// finds everything from its own place, hands over to the project's Node, and gets out of the way.
import { join } from 'node:path';
import { ensureBuilt } from '#scripts/build.mjs';
import { PROJECT_ROOT, findNode } from '#scripts/find-node.mjs';
import { runInForeground } from '#scripts/hand-over.mjs';

try {
  const node = findNode();
  if (node.path === null) throw new Error(node.sentence);
  await ensureBuilt({ node: node.path });
  const cli = join(PROJECT_ROOT, 'out/main/cli.js');
  process.exitCode = await runInForeground(node.path, [cli, ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
