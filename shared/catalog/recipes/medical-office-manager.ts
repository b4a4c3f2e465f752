import type { RecipeFact } from '#shared/domain/template/recipe.ts';
import { paths } from '../data.ts';
import type { NursingHomeRules } from '../types.ts';
import { assistedLivingPiece } from './assisted-living.ts';
import type { AssistedLivingPlace } from './assisted-living.ts';
import { suggestCertifications } from './certifications.ts';
import { accreditorFacts, articleFacts, occupationFacts, reminderFacts } from './context.ts';
import { assumed, read } from './facts.ts';
import { bachelorPiece, masterPiece } from './manager-programs.ts';
import { NOTES } from './piece.ts';
import type { RecipeBody, RecipePiece } from './piece.ts';
import { LICENSE, nursingHomePiece } from './nursing-home.ts';

/** Where the manager is to work; it decides what follows the master's program. */
export type Workplace =
  | { facility: 'office' }
  | { facility: 'nursing-home'; rules: NursingHomeRules | null; route: number | null }
  | { facility: 'assisted-living'; place: AssistedLivingPlace | null; route: number | null };

/** Bachelor's, admission, master's of two years, and then the license of the workplace, if it has one. */
export function managerWithMaster(workplace: Workplace): RecipeBody {
  const licensed = workplace.facility !== 'office';
  const pieces = [bachelorPiece(), masterPiece(), afterMaster(workplace)];
  return {
    goal: licensed ? LICENSE : 'master',
    notes: NOTES,
    parts: pieces.flatMap(({ parts }) => parts),
    links: pieces.flatMap(({ links }) => links),
    facts: [
      ...pieces.flatMap(({ facts }) => facts),
      read(null, 'Work experience (optional)', paths.experience.text, paths.experience.source),
      ...contextOfManager(licensed),
    ],
  };
}

function afterMaster(workplace: Workplace): RecipePiece {
  switch (workplace.facility) {
    case 'nursing-home':
      return nursingHomePiece(workplace.rules, workplace.route);
    case 'assisted-living':
      return assistedLivingPiece(workplace.place, workplace.route);
    case 'office': {
      const voluntary = suggestCertifications(['CMM', 'CMOM', 'CPPM', 'CMPE', 'CHAM', 'FACHE'], {
        key: 'master',
        kind: 'FS',
      });
      return {
        parts: [
          {
            kind: 'milestone',
            key: 'manager',
            title: 'Begin as a medical office manager',
            phase: 'experience',
            sort: 'event',
          },
          ...voluntary.parts,
        ],
        links: [{ from: 'master', to: 'manager', kind: 'FS' }, ...voluntary.links],
        facts: voluntary.facts,
      };
    }
  }
}

/**
 * Bachelor's, first job, growing responsibility, and the post itself: neither a master's nor a license. The
 * certifications are suggestions; the length of both jobs is assumed.
 */
export function managerFromEntryLevel(): RecipeBody {
  const bachelor = bachelorPiece();
  const voluntary = suggestCertifications(['CMM', 'CMOM', 'CPPM', 'CMPE'], { key: 'first-job', kind: 'SS' });
  const work = (key: string, title: string, notes: string) =>
    ({
      kind: 'experience',
      key,
      title,
      phase: 'experience',
      sort: 'job',
      length: { amount: 24, unit: 'month' },
      notes,
    }) as const;
  const assumedYears = (about: string): RecipeFact =>
    assumed(about, 'Length', 24, {
      unit: 'months',
      note: 'Our own assumption. Both jobs together stay below the five years of related work the BLS names.',
    });
  return {
    goal: 'manager',
    notes: NOTES,
    parts: [
      ...bachelor.parts,
      work(
        'first-job',
        'Assistant in a financial or human resources department',
        "In a hospital or a physician's office.",
      ),
      work(
        'growing-job',
        'Growing responsibility in a practice',
        'For example the finances of a practice of one or two doctors.',
      ),
      {
        kind: 'milestone',
        key: 'manager',
        title: 'Medical office manager',
        phase: 'experience',
        sort: 'event',
      },
      ...voluntary.parts,
    ],
    links: [
      ...bachelor.links,
      { from: 'bachelor', to: 'first-job', kind: 'FS' },
      { from: 'first-job', to: 'growing-job', kind: 'FS' },
      { from: 'growing-job', to: 'manager', kind: 'FS' },
      ...voluntary.links,
    ],
    facts: [
      ...bachelor.facts,
      read(
        'first-job',
        'First jobs',
        "Assistant in the financial or human resources department of a hospital or a physician's office",
        'seed',
      ),
      assumedYears('first-job'),
      assumedYears('growing-job'),
      read('manager', 'Related work experience', paths.experience.text, paths.experience.source),
      ...voluntary.facts,
      ...contextOfManager(false),
    ],
  };
}

function contextOfManager(licensed: boolean): RecipeFact[] {
  return [
    ...occupationFacts('11-9111'),
    ...articleFacts('medical-office-manager'),
    ...accreditorFacts(),
    ...reminderFacts(licensed ? ['all', 'health', 'manager', 'license'] : ['all', 'health', 'manager']),
  ];
}
