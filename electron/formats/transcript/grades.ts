import type { CourseStatus } from '#shared/domain/plan/items.ts';

/** A grade, if it is one that stays, and how the course went. */
export interface Result {
  grade: string | null;
  status: CourseStatus;
}

const AS: Readonly<Record<string, CourseStatus>> = {
  ...all('completed', 'P,PASS,PASSED,S,CR,CRE,HP,E,NP,U,NC,NR,AU'),
  ...all('withdrawn', 'W,WD,WF,WP,WU,DR'),
};

/** Signs in the place of a grade that only say how the course stands. */
const SIGNS: Readonly<Record<string, CourseStatus>> = {
  ...all('enrolled', 'I,IN,INC,IP,CIP,RG'),
  ...all('transferred', 'T,TR,TC,TRN,TCR,TRF'),
  ...all('exempt', 'EX,EXM,EXEMPT,WV,WAIVED'),
};

const WORDS: readonly [RegExp, CourseStatus][] = [
  [/^(in[- ]?progress|currently (taking|enrolled)|enrolled|registered|current|ongoing)$/i, 'enrolled'],
  [/^(completed?|passed|pass|taken|done|earned|finished|fail(ed)?)$/i, 'completed'],
  [/^(withdrawn?|withdrew|dropped|drop)$/i, 'withdrawn'],
  [/^(transfer(red)?( credits?)?)$/i, 'transferred'],
  [/^(exempt(ed|ion)?|waived?|waiver)$/i, 'exempt'],
  [/^(planned|not (started|taken|completed?)|future|remaining|needed)$/i, 'planned'],
];

/** What a cell says as a grade; `null` when it is none. Transferred grades may have a T before them, as in `TB+`. */
export function readGrade(text: string): Result | null {
  const grade = text
    .replaceAll(/[\s*()]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
  if (/^([A-D][+-]?|F)$/.test(grade)) return { grade, status: 'completed' };
  if (Object.hasOwn(SIGNS, grade)) return { grade: null, status: SIGNS[grade] ?? 'enrolled' };
  if (Object.hasOwn(AS, grade)) return { grade, status: AS[grade] ?? 'completed' };
  return /^T[A-D][+-]?$/.test(grade) ? { grade: grade.slice(1), status: 'transferred' } : null;
}

/** What a word such as `In Progress` says; `null` when it says nothing about how a course stands. */
export function readStatus(text: string): Result | null {
  const word = text.trim();
  const status = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (status === undefined) return null;
  return { grade: /^fail/i.test(word) ? 'F' : null, status };
}

function all(status: CourseStatus, grades: string): Record<string, CourseStatus> {
  return Object.fromEntries(grades.split(',').map((grade) => [grade, status]));
}
