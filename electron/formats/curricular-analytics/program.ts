import type { AcademicSystem, ProgramLevel } from '#shared/domain/plan/items.ts';
import { UNNAMED_CURRICULUM } from '#shared/words/imports.ts';
import { isMisspelled, keyOf } from './keys.ts';
import { fitText, LINE_LIMIT, type Report } from './report.ts';
import type { Header, HeaderName } from './sections.ts';

/** What the header rows say of the plan and its one program. */
export interface ProgramHeader {
  planName: string;
  title: string;
  institution: string | null;
  degreeType: string | null;
  level: ProgramLevel;
  system: AcademicSystem;
  cip: string | null;
}

/** Reads the header rows; what is not given stays unknown, and a curriculum without a name gets one. */
export function readProgram(headers: ReadonlyMap<HeaderName, Header>, report: Report): ProgramHeader {
  const text = (name: HeaderName, column: string): string => {
    const header = headers.get(name);
    return header ? fitText(header.value, LINE_LIMIT, column, header.line, report) : '';
  };
  const curriculum = text('curriculum', 'Curriculum');
  const degreePlan = text('degreeplan', 'Degree Plan');
  const degreeType = text('degreetype', 'Degree Type');
  return {
    planName: degreePlan || curriculum || UNNAMED_CURRICULUM,
    title: curriculum || degreePlan || UNNAMED_CURRICULUM,
    institution: text('institution', 'Institution') || null,
    degreeType: degreeType || null,
    level: levelOf(degreeType),
    system: readSystem(headers.get('systemtype'), report),
    cip: text('cip', 'CIP') || null,
  };
}

/** Semester is what the format takes where nothing is said. */
function readSystem(header: Header | undefined, report: Report): AcademicSystem {
  if (header === undefined || header.value === '') return 'semester';
  const key = keyOf(header.value);
  for (const system of ['semester', 'quarter'] as const)
    if (key === system || key === `${system}s`) return system;
  const taken = isMisspelled(key.slice(0, 20), 'quarter') ? 'quarter' : 'semester';
  report(header.line, { code: 'system-unknown', value: header.value, taken });
  return taken;
}

const LEVELS: readonly [RegExp, ProgramLevel][] = [
  [/^(phd|edd|dphil|scd|d[a-z]{1,3}|md|jd|.*doctor.*)$/, 'doctorate'],
  [/^(a[ast]|aas|aos|ags|adn|asn|.*associate.*)$/, 'associate'],
  [/^(cert|crt|.*certificate.*|.*diploma.*)$/, 'certificate'],
  [/^(m[a-z]{1,4}|sm|am|.*master.*)$/, 'master'],
];

/** The level of a degree by its type, such as `AAS`, `BS` or `Master of Science`; bachelor where it is not told. */
export function levelOf(degreeType: string): ProgramLevel {
  const key = keyOf(degreeType.slice(0, LINE_LIMIT));
  if (key.includes('bachelor')) return 'bachelor';
  return LEVELS.find(([pattern]) => pattern.test(key))?.[1] ?? 'bachelor';
}
