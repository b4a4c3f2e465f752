import type { JurisdictionSummary, TemplateSummary } from '#shared/contract/answers.ts';
import { listJurisdictions } from '#shared/catalog/jurisdictions.ts';
import { listTemplates } from '#shared/catalog/templates.ts';

/** The templates with the choices each of them offers: workplaces, and per workplace the states and their routes. */
export function summarizeTemplates(): TemplateSummary[] {
  return listTemplates().map(({ id, name, summary, options: { facilities, jurisdictions } }) => ({
    id,
    name,
    summary,
    facilities,
    jurisdictions: facilities.flatMap((facility): JurisdictionSummary[] =>
      listJurisdictions(facility)
        .filter(({ code }) => jurisdictions.includes(code))
        .map(({ code, name: state, board, unknown, routes }) => ({
          code,
          name: state,
          facility,
          board,
          unknown,
          routes,
        })),
    ),
  }));
}
