import type { Facility } from '#shared/domain/plan/document.ts';
import type { Recipe, TemplateChoices, TemplateRefusal } from '#shared/domain/template/recipe.ts';
import { assistedLiving, nursingHomes } from './data.ts';
import {
  healthInformationTechnologist,
  medicalRecordsSpecialist,
  socialServiceManager,
} from './recipes/alternatives.ts';
import { managerFromEntryLevel, managerWithMaster } from './recipes/medical-office-manager.ts';
import type { Workplace } from './recipes/medical-office-manager.ts';
import type { RecipeBody } from './recipes/piece.ts';
import { CATALOG_VERSION } from './version.ts';

export type TemplateId =
  | 'medical-office-manager'
  | 'medical-office-manager-entry'
  | 'social-community-service-manager'
  | 'health-information-technician-certificate'
  | 'health-information-technician-associate';

export interface Template {
  id: TemplateId;
  name: string;
  summary: string;
  /** `facilities` is empty where the workplace, `jurisdictions` where the state makes no difference. */
  options: { facilities: Facility[]; jurisdictions: string[] };
}

interface Definition extends Omit<Template, 'options'> {
  facilities: Facility[];
  /** True where the state decides a part of the plan. */
  licensed: boolean;
  write: (workplace: Workplace) => RecipeBody;
}

const TEMPLATES: readonly Definition[] = [
  {
    id: 'medical-office-manager',
    name: 'Medical office manager',
    summary:
      "A bachelor's degree of four years, an accredited master's of two with a supervised internship, then the license of your state, if your workplace asks one.",
    facilities: ['nursing-home', 'assisted-living', 'office'],
    licensed: true,
    write: managerWithMaster,
  },
  {
    id: 'medical-office-manager-entry',
    name: 'Medical office manager, from entry level',
    summary:
      "A bachelor's degree, a first job, growing responsibility. No master's and no license; certifications are voluntary.",
    facilities: ['office'],
    licensed: false,
    write: managerFromEntryLevel,
  },
  {
    id: 'social-community-service-manager',
    name: 'Social or community service manager',
    summary:
      "A bachelor's degree in a social field, related work, then a post as a supervisor in a community organization.",
    facilities: [],
    licensed: false,
    write: socialServiceManager,
  },
  {
    id: 'health-information-technician-certificate',
    name: 'Health information technician: certificate',
    summary: 'A certificate of 30 credits in two terms, the usual entry for medical records specialists.',
    facilities: [],
    licensed: false,
    write: medicalRecordsSpecialist,
  },
  {
    id: 'health-information-technician-associate',
    name: 'Health information technician: associate degree',
    summary:
      'An accredited associate degree of 63 credits with professional practice, then the RHIT exam and its renewal.',
    facilities: [],
    licensed: false,
    write: healthInformationTechnologist,
  },
];

/** The templates a plan can be made from, the main one first. */
export function listTemplates(): Template[] {
  return TEMPLATES.map(({ id, name, summary, facilities, licensed }) => ({
    id,
    name,
    summary,
    options: {
      facilities: [...facilities],
      jurisdictions: licensed ? nursingHomes.map(({ code }) => code) : [],
    },
  }));
}

/** The recipe of a template for these choices, without ids and dates; refuses a choice that does not apply. */
export function templateRecipe(
  id: string,
  choices: TemplateChoices,
): { ok: true; recipe: Recipe } | { ok: false; reason: TemplateRefusal } {
  const template = TEMPLATES.find((each) => each.id === id);
  if (!template) return refuse({ code: 'unknown-template', id, known: TEMPLATES.map((each) => each.id) });

  const { jurisdiction, route } = choices;
  const state = nursingHomes.find(({ code }) => code === jurisdiction) ?? null;
  if (jurisdiction !== null && !state) return refuse({ code: 'unknown-jurisdiction', jurisdiction });

  const doesNotApply = (choice: 'facility' | 'jurisdiction' | 'route') =>
    refuse({ code: 'choice-not-applicable', choice, template: template.id });
  const facility = choices.facility ?? template.facilities[0] ?? null;
  if (facility !== null && !template.facilities.includes(facility)) return doesNotApply('facility');
  if (state && !template.licensed) return doesNotApply('jurisdiction');

  const place = state && { state, rules: assistedLiving.find(({ code }) => code === state.code) ?? null };
  if (route !== null) {
    if (!place || !template.licensed || facility === 'office') return doesNotApply('route');
    const routes = (facility === 'assisted-living' ? place.rules?.routes : place.state.routes)?.length ?? 0;
    if (route < 1 || route > routes) return refuse({ code: 'unknown-route', route, routes });
  }

  const name = [template.name, state ? state.name : null].filter((each) => each !== null).join(', ');
  return {
    ok: true,
    recipe: {
      ...template.write(workplaceOf(facility, place, route)),
      template: template.id,
      catalogVersion: CATALOG_VERSION,
      name: choices.name ?? name,
      start: choices.start,
      jurisdiction,
      facility,
    },
  };
}

type Place = Extract<Workplace, { facility: 'assisted-living' }>['place'];

function workplaceOf(
  facility: Facility | null,
  place: (Place & { state: (typeof nursingHomes)[number] }) | null,
  route: number | null,
): Workplace {
  switch (facility) {
    case 'nursing-home':
      return { facility, rules: place?.state ?? null, route };
    case 'assisted-living':
      return { facility, place, route };
    case 'office':
    case null:
      return { facility: 'office' };
  }
}

const refuse = (reason: TemplateRefusal) => ({ ok: false, reason }) as const;
