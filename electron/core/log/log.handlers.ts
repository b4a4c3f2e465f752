import type { SqlValue } from '#electron/db/sql.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { placeOf } from '../places.ts';
import { deleteEntry, insertEntry, ownerOfEntry, updateEntry, type LogName } from './log.sql.ts';

type Fields = Readonly<Record<string, SqlValue | undefined>>;

/** Logged hours, exam attempts and continuing education: three logs, one way to keep them. */
export const logHandlers: Pick<Handlers, `${LogName}.${'add' | 'update' | 'delete'}`> = {
  'hours.add': (context, { experienceId, ...fields }) =>
    add(context, 'hours', placeOf(context, experienceId, 'experience').id, fields),
  'hours.update': (context, { id, changes }) => update(context, 'hours', id, changes),
  'hours.delete': (context, { id }) => remove(context, 'hours', id),
  'attempt.add': (context, { stepId, ...fields }) =>
    add(context, 'attempt', placeOf(context, stepId, 'step').id, fields),
  'attempt.update': (context, { id, changes }) => update(context, 'attempt', id, changes),
  'attempt.delete': (context, { id }) => remove(context, 'attempt', id),
  'education.add': (context, { credentialId, ...fields }) =>
    add(context, 'education', placeOf(context, credentialId, 'credential').id, fields),
  'education.update': (context, { id, changes }) => update(context, 'education', id, changes),
  'education.delete': (context, { id }) => remove(context, 'education', id),
};

function add(context: Context, log: LogName, ownerId: string, fields: Fields): { id: string } {
  const id = context.newId();
  insertEntry(context.db, log, id, ownerId, fields);
  aboutOwner(context, ownerId);
  return { id };
}

function update(context: Context, log: LogName, id: string, changes: Fields): null {
  aboutOwner(context, ownerOf(context, log, id));
  updateEntry(context.db, log, id, changes);
  return null;
}

function remove(context: Context, log: LogName, id: string): null {
  aboutOwner(context, ownerOf(context, log, id));
  deleteEntry(context.db, log, id);
  return null;
}

function ownerOf({ db }: Context, log: LogName, id: string): string {
  const owner = ownerOfEntry(db, log, id);
  if (owner === undefined)
    throw new Refusal({ code: 'not-found', noun: log === 'attempt' ? 'attempt' : 'log entry', id });
  return owner;
}

function aboutOwner(context: Context, ownerId: string): void {
  const { planId, title } = placeOf(context, ownerId);
  context.about(planId, title);
}
