import type { Phase } from '#shared/domain/plan/items.ts';

/** The light colors of the window (`renderer/styles/tokens.css`, held to by a test), on white paper. */
export const COLORS = {
  paper: '#ffffff',
  ink: '#1d1c19',
  inkSoft: '#4b4840',
  inkFaint: '#666259',
  line: '#e3dfd6',
  lineStrong: '#868073',
  today: '#b2321f',
  error: '#a8261a',
  errorSoft: '#fbe7e3',
} as const;

export interface Tone {
  readonly tone: string;
  readonly soft: string;
}

export const PHASE_COLORS: Record<Phase, Tone> = {
  undergraduate: { tone: '#3450b0', soft: '#e2e7f8' },
  graduate: { tone: '#8b3a7f', soft: '#f5e2f1' },
  experience: { tone: '#96540a', soft: '#f8e8d2' },
  licensure: { tone: '#3c6c1c', soft: '#e4f0d7' },
};

/** For the legend, whose shapes belong to no phase. */
export const NEUTRAL: Tone = { tone: '#666259', soft: '#ebe8e0' };

/** A color thinned with white: `share` of it, from 0 to 1. */
export function tint(color: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const thinned = channels.map((channel) => Math.round(channel * share + 255 * (1 - share)));
  return `#${thinned.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
