import type { Item } from '../plan/items.ts';
import { at } from './dense.ts';

/** Where each item of a plan stands, and which of them belong together. −1 stands for "none". */
export interface Places {
  itemCount: number;
  /** Place of an item in document order, by id. */
  of: Map<string, number>;
  /** Places of the programs; the gate of `programs[n]` is node `itemCount + n`. */
  programs: number[];
  /** The gate of a program, by its place. */
  gateOf: Int32Array;
  /** The program an item is a child of. */
  programOf: Int32Array;
  /** The term a course is placed in. */
  termOf: Int32Array;
  /** 1 for the terms that stretch their program: those that hold a course not withdrawn, or all if none does (R10). */
  stretches: Uint8Array;
}

/** Finds the places; references to items that are not there, or not of the right kind, count as none. */
export function findPlaces(items: readonly Item[]): Places {
  const itemCount = items.length;
  const of = new Map<string, number>();
  const programs: number[] = [];
  const gateOf = new Int32Array(itemCount).fill(-1);
  for (let place = 0; place < itemCount; place++) {
    const item = items[place] as Item;
    of.set(item.id, place);
    if (item.kind === 'program') {
      gateOf[place] = itemCount + programs.length;
      programs.push(place);
    }
  }
  const programOf = new Int32Array(itemCount).fill(-1);
  const termOf = new Int32Array(itemCount).fill(-1);
  const taught = new Uint8Array(itemCount);
  for (let place = 0; place < itemCount; place++) {
    const item = items[place] as Item;
    if (item.programId !== null) {
      const program = of.get(item.programId);
      if (program !== undefined && items[program]?.kind === 'program') programOf[place] = program;
    }
    if (item.kind === 'course' && item.termId !== null) {
      const term = of.get(item.termId);
      if (term === undefined || items[term]?.kind !== 'term') continue;
      termOf[place] = term;
      if (item.status !== 'withdrawn') taught[term] = 1;
    }
  }
  const stretches = programs.length === 0 ? taught : findStretching(items, programOf, taught);
  return { itemCount, of, programs, gateOf, programOf, termOf, stretches };
}

function findStretching(items: readonly Item[], programOf: Int32Array, taught: Uint8Array): Uint8Array {
  const programTaught = new Uint8Array(items.length);
  for (let place = 0; place < items.length; place++) {
    if (taught[place] === 1 && at(programOf, place) >= 0) programTaught[at(programOf, place)] = 1;
  }
  const stretches = new Uint8Array(items.length);
  for (let place = 0; place < items.length; place++) {
    if (items[place]?.kind !== 'term') continue;
    const program = at(programOf, place);
    if (program >= 0 && (taught[place] === 1 || programTaught[program] === 0)) stretches[place] = 1;
  }
  return stretches;
}
