import type { ExportLoss } from '#shared/contract/interop.ts';
import { countOf, quoted, shortListOf } from './numbers.ts';

/** What an export leaves out or changes, as one sentence. */
export function lossSentence(loss: ExportLoss): string {
  switch (loss.code) {
    case 'plan-name':
      return `The name of the plan, ${quoted(loss.name)}, is left out: without terms there is only that of the program.`;
    case 'names-changed':
      return `Commas are left out of ${shortListOf(loss.names.map(quoted))}.`;
    case 'programs':
      return `Only one program fits in; ${shortListOf(loss.titles.map(quoted))} must be exported on ${loss.titles.length === 1 ? 'its' : 'their'} own.`;
    case 'undated':
      return `${leftOut(loss.titles.length, 'item')} for having no date: ${shortListOf(loss.titles.map(quoted))}.`;
    case 'outside':
      return `${leftOut(loss.titles.length, 'item')} for lying outside these days: ${shortListOf(loss.titles.map(quoted))}.`;
    case 'term-dates':
      return `The days, seasons and names of ${countOf(loss.count, 'term')} are left out; only their order is kept.`;
    case 'empty-terms':
      return `${leftOut(loss.count, 'term')} for holding no course.`;
    case 'statuses':
      return `The status of ${countOf(loss.count, 'course')} is left out; all read as planned.`;
    case 'grades':
      return `The ${loss.count === 1 ? 'grade of 1 course is' : `grades of ${countOf(loss.count, 'course')} are`} left out.`;
    case 'minimum-grades':
      return `The minimum grade of ${countOf(loss.count, 'requisite')} is left out.`;
    case 'choices':
      return `${countOf(loss.count, 'choice')} of requisites (any of several courses) ${isOrAre(loss.count)} written as if all were needed.`;
    case 'outside-requisites':
      return `${leftOut(loss.count, 'requisite')} for naming a course of another program.`;
    case 'requirements':
      return `${leftOut(loss.count, 'requirement')}.`;
    case 'experiences':
      return `${leftOut(loss.count, 'experience')}.`;
    case 'steps':
      return `${leftOut(loss.count, 'step')}.`;
    case 'credentials':
      return `${leftOut(loss.count, 'credential')}.`;
    case 'milestones':
      return `${leftOut(loss.count, 'milestone')}.`;
    case 'links':
      return `${leftOut(loss.count, 'link')}.`;
    case 'facts':
      return `${leftOut(loss.count, 'fact')}.`;
    case 'notes':
      return `Notes are left out in ${countOf(loss.count, 'place')}.`;
    case 'acknowledgements':
      return `${leftOut(loss.count, 'acknowledged finding')}.`;
    case 'baselines':
      return `${leftOut(loss.count, 'baseline')}.`;
    case 'course-details':
      return `Dates, costs, web links, reminders or offerings of ${countOf(loss.count, 'course')} are left out.`;
    case 'program-details':
      return 'What the program asks beyond its courses, such as credits, grades, dates, accreditation or web links, is left out.';
    case 'plan-details':
      return 'The goal, target date, state, workplace or web links of the plan are left out.';
    case 'ids-changed':
      return `${countOf(loss.count, 'course')} ${loss.count === 1 ? 'has' : 'have'} a new id, because the format takes only whole numbers.`;
  }
}

/** What the renewal of a credential is called in a calendar. */
export function renewalTitle(credential: string): string {
  return `Renew: ${credential}`;
}

function leftOut(count: number, noun: string): string {
  return `${countOf(count, noun)} ${isOrAre(count)} left out`;
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}
