import type { Course, Item } from '../plan/items.ts';
import { KIND, kindCode } from './codes.ts';
import { at, byteAt } from './dense.ts';

/** Where each item of a plan stands, and which of them belong together. −1 stands for "none". */
export interface Places {
  itemCount: number;
  /** Place of an item in document order, by id. */
  of: Map<string, number>;
  /** The kind of each item, a code of `KIND`. */
  kind: Uint8Array;
  /** Places of the programs; the gate of `programs[n]` is node `itemCount + n`. */
  programs: number[];
  /** The gate of a program, by its place. */
  gateOf: Int32Array;
  /** The program an item is a child of. */
  programOf: Int32Array;
  /** The term a course is placed in. */
  termOf: Int32Array;
  /** 1 for the courses withdrawn from. */
  withdrawn: Uint8Array;
  /** 1 for the terms that stretch their program: those that hold a course not withdrawn, or all if none does (R10). */
  stretches: Uint8Array;
}

/** Finds the places; references to items that are not there, or not of the right kind, count as none. */
export function findPlaces(items: readonly Item[]): Places {
  const itemCount = items.length;
  const of = new Map<string, number>();
  const kind = new Uint8Array(itemCount);
  const programs: number[] = [];
  const gateOf = new Int32Array(itemCount).fill(-1);
  for (let place = 0; place < itemCount; place++) {
    const item = items[place] as Item;
    of.set(item.id, place);
    kind[place] = kindCode(item.kind);
    if (kind[place] !== KIND.program) continue;
    gateOf[place] = itemCount + programs.length;
    programs.push(place);
  }
  const programOf = new Int32Array(itemCount).fill(-1);
  const termOf = new Int32Array(itemCount).fill(-1);
  const withdrawn = new Uint8Array(itemCount);
  const taught = new Uint8Array(itemCount);
  const findProgram = lastFound(of, kind, KIND.program);
  const findTerm = lastFound(of, kind, KIND.term);
  for (let place = 0; place < itemCount; place++) {
    const item = items[place] as Item;
    if (item.programId !== null) programOf[place] = findProgram(item.programId);
    if (kind[place] !== KIND.course) continue;
    const { termId, status } = item as Course;
    if (status === 'withdrawn') withdrawn[place] = 1;
    if (termId === null) continue;
    const term = findTerm(termId);
    termOf[place] = term;
    if (term >= 0 && status !== 'withdrawn') taught[term] = 1;
  }
  const stretches = programs.length === 0 ? taught : findStretching(kind, programOf, taught);
  return { itemCount, of, kind, programs, gateOf, programOf, termOf, withdrawn, stretches };
}

/** Finds items of one kind, −1 for none. Neighbors mostly ask for the same one, so the last answer is kept. */
function lastFound(of: Map<string, number>, kinds: Uint8Array, kind: number): (id: string) => number {
  let lastId = '';
  let last = -1;
  return (id) => {
    if (id === lastId) return last;
    const place = of.get(id) ?? -1;
    lastId = id;
    last = place >= 0 && byteAt(kinds, place) === kind ? place : -1;
    return last;
  };
}

function findStretching(kind: Uint8Array, programOf: Int32Array, taught: Uint8Array): Uint8Array {
  const programTaught = new Uint8Array(kind.length);
  for (let place = 0; place < kind.length; place++) {
    if (taught[place] === 1 && at(programOf, place) >= 0) programTaught[at(programOf, place)] = 1;
  }
  const stretches = new Uint8Array(kind.length);
  for (let place = 0; place < kind.length; place++) {
    if (kind[place] !== KIND.term) continue;
    const program = at(programOf, place);
    if (program >= 0 && (taught[place] === 1 || programTaught[program] === 0)) stretches[place] = 1;
  }
  return stretches;
}
