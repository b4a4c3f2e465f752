import { statfsSync } from 'node:fs';

/** What Linux calls file systems that are on another machine, or may be: NFS, SMB (three names), AFS, Coda, 9P, Ceph, FUSE. */
const FAR_AWAY: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x01021997, 0x00c36400, 0x65735546,
]);

/**
 * Whether a file is on a disk of this machine, as far as can be told: over a network a log and its file can be cached
 * apart. Where the system does not tell, the name has to: `\\server\…` is another machine.
 */
export function isOnThisMachine(file: string, fileSystem = typeOfFileSystem(file)): boolean {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(file)) return false;
  return fileSystem === null || !FAR_AWAY.has(fileSystem);
}

/** The number Linux has for the file system of a file, or `null`: other systems count differently. */
function typeOfFileSystem(file: string): number | null {
  // The number is signed on some machines.
  return process.platform === 'linux' ? statfsSync(file).type >>> 0 : null;
}
