import type { DocumentProblem } from '#shared/domain/plan/check-document.ts';
import type { ItemProblem } from '#shared/domain/plan/check-item.ts';

/** What is wrong at a place of a plan file, as the end of a sentence whose subject is that place. */
export function describeDocumentProblem(problem: DocumentProblem): string {
  switch (problem.what) {
    case 'missing':
      return `names “${problem.id}”, which is not in the file`;
    case 'duplicate':
      return `repeats “${problem.id}”, which may be there only once`;
    case 'kind':
      return `names “${problem.id}”, which is not a ${problem.expected}`;
    case 'item':
      return describeItemProblem(problem.problem);
    case 'need':
      return `asks for ${problem.need} of only ${problem.members} courses`;
    case 'itself':
      return `joins “${problem.id}” to itself`;
    case 'window':
      return 'has a window, which only a finish-to-start link can have';
    case 'group':
      return `names the group “${problem.id}”, which is not there or leads to another item`;
    case 'program-of-program':
      return 'puts a program inside a program';
  }
}

/** What is wrong with the fields of one item, as the end of a sentence. */
export function describeItemProblem(problem: ItemProblem): string {
  switch (problem.code) {
    case 'dates-reversed':
      return `ends on ${problem.last}, before it starts on ${problem.first}`;
    case 'pin-without-start':
      return 'has a pinned end but no pinned start';
    case 'length-without-unit':
      return 'has a length without a unit';
    case 'length-not-whole':
      return `has a length that is not a whole number of ${problem.unit}s`;
    case 'needs-program':
      return `is a ${problem.noun} without a program`;
  }
}
