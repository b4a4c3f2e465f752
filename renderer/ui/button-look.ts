import type { IconName } from './icons.ts';

export interface ButtonLook {
  /** `primary` once per dialog or view; `plain` for the rest; `quiet` inside text and lists. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'usual' | 'large';
  icon?: IconName | undefined;
  iconEnd?: IconName | undefined;
}
