import type { Recipe } from '#shared/domain/template/recipe.ts';

/** A stretch of a plan: parts with their links and facts. */
export type RecipePiece = Pick<Recipe, 'parts' | 'links' | 'facts'>;

/** What a template writes; the choices of the user make it a recipe. */
export type RecipeBody = RecipePiece & Pick<Recipe, 'goal' | 'notes'>;

/** What the notes of every plan from a template begin with. */
export const NOTES =
  'Made from a template. Its courses, dates and assumptions are a place to start: put those of your school and your board in their place. ' +
  'The facts say where each figure comes from and how old it is.';
