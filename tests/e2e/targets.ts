import { findElectron, whyNoWindow } from '#scripts/find-electron.mjs';

/** Why the specs cannot run in the desktop application on this machine, or null. */
export const WHY_NO_ELECTRON: string | null = findElectron()
  ? whyNoWindow()
  : 'the Electron runtime is not installed (npx install-electron)';
