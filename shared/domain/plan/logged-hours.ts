import type { Experience } from './items.ts';

/** All hours logged of an experience; to the millionth, so that 0.1 + 0.2 hours are 0.3 hours. */
export function loggedHours({ log }: Pick<Experience, 'log'>): number {
  return Math.round(log.reduce((sum, { hours }) => sum + hours, 0) * 1e6) / 1e6;
}
