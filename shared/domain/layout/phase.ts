import type { Item, Phase, Program, ProgramLevel } from '../plan/items.ts';

const PHASE_OF_LEVEL: Record<ProgramLevel, Phase> = {
  certificate: 'undergraduate',
  associate: 'undergraduate',
  bachelor: 'undergraduate',
  master: 'graduate',
  doctorate: 'graduate',
};

/** The phase a program is drawn in: its own, or the one its level belongs to. */
export function phaseOfProgram(program: Program): Phase {
  return program.phase ?? PHASE_OF_LEVEL[program.level];
}

/**
 * The phase an item is drawn in. Imported items often name none: then it is that of their program, and without a
 * program the one their kind is usually found in.
 */
export function phaseOf(item: Item, program: Program | undefined): Phase {
  if (item.kind === 'program') return phaseOfProgram(item);
  if (item.phase !== null) return item.phase;
  if (program !== undefined) return phaseOfProgram(program);
  switch (item.kind) {
    case 'term':
    case 'course':
      return 'undergraduate';
    case 'experience':
      return 'experience';
    case 'step':
    case 'credential':
    case 'milestone':
      return 'licensure';
  }
}
