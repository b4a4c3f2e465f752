import type { IconName } from './icons.ts';

/** One command of a menu. */
export interface MenuEntry {
  label: string;
  icon?: IconName;
  hint?: string;
  tone?: 'danger';
  disabled?: boolean;
  /** Draws a line above the entry. */
  apart?: boolean;
  onselect: () => void;
}
