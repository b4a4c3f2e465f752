import type { DatabaseNotice } from '#shared/contract/answers.ts';

/** What a person should know about the database that was opened, and what to do about it. */
export function noticeSentence(notice: DatabaseNotice): string {
  switch (notice.code) {
    case 'changed-outside':
      return 'Another program changed this database since Throughline last closed it. It passed a full check; if that was not you, restore a backup.';
    case 'side-file-put-aside':
      return `A file of another database lay beside yours and would have been mixed into it. It was moved to ${notice.folder}; your plans are as you left them.`;
    case 'recovered':
      return 'Throughline did not close properly last time. Your database was put back to the last change that was saved in full.';
    case 'migrated':
      return `Your database was brought up to date for this version. A copy of how it was is kept at ${notice.backup}.`;
    case 'backup-not-made':
      return 'Today’s copy of your database could not be made; what you change is saved all the same. Free some space on the disk, then choose “Back up now” under “Where is my data”.';
  }
}
