import type { Link } from '#shared/domain/plan/document.ts';
import { formatDays } from './dates.ts';

const KIND_PHRASES: Record<Link['kind'], { at: string; after: string; before: string }> = {
  FS: { at: 'right after its end', after: 'after its end', before: 'before its end' },
  SS: { at: 'from its start on', after: 'after its start', before: 'before its start' },
  FF: {
    at: 'not done before it ends',
    after: 'after its end, to be done',
    before: 'before its end, to be done',
  },
};

/** What a link asks, in a few words: `right after its end`, `30 days after its end, within 60 days`. */
export function linkText({ kind, lag, window }: Pick<Link, 'kind' | 'lag' | 'window'>): string {
  const { at, after, before } = KIND_PHRASES[kind];
  const when = lag === 0 ? at : `${formatDays(lag)} ${lag > 0 ? after : before}`;
  return window === null ? when : `${when}, within ${formatDays(window)}`;
}
