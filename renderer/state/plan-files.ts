import type { Session } from './session.svelte.ts';

/** Lets a person choose a file and shows what would come of importing it. Nothing is stored before they accept. */
export async function chooseImport(session: Session): Promise<void> {
  const chosen = await session.act('file.choose', { accept: ['.json', '.csv'] });
  if (chosen.ok && chosen.value !== null) session.put({ kind: 'import-plan', file: chosen.value });
}

/** Saves a file and says so. Resolves with false when that failed or was called off. */
export async function saveFile(session: Session, name: string, base64: string): Promise<boolean> {
  const saved = await session.act('file.save', { name, base64 });
  if (!saved.ok || !saved.value.saved) return false;
  session.notices.show({ kind: 'saved', file: name });
  return true;
}
