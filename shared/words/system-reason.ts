/** What the system's codes for a file or port that cannot be used mean to whoever chose it. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EADDRNOTAVAIL: 'this computer does not have the address',
  EBUSY: 'another program is using it',
  EDQUOT: 'your share of the disk is full',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
  EIO: 'the disk does not answer as it should',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'you have no permission',
  EROFS: 'the disk can only be read',
};

/** The reason that the system gave, in words where its code is known: `ENOENT: no such file …` → `there is no such file or folder`. */
export function systemReason(detail: string): string {
  const code = /^E[A-Z0-9]+/.exec(detail)?.[0] ?? '';
  return Object.hasOwn(REASONS, code) ? (REASONS[code] ?? detail) : detail;
}
