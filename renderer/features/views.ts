import type { Component } from 'svelte';
import type { View } from '#renderer/state/place.ts';
import type { IconName } from '#renderer/ui/icons.ts';
import AuditView from './audit/AuditView.svelte';
import CompareView from './compare/CompareView.svelte';
import CostsView from './costs/CostsView.svelte';
import CredentialsView from './credentials/CredentialsView.svelte';
import FactsView from './facts/FactsView.svelte';
import MilestonesView from './milestones/MilestonesView.svelte';
import OverviewView from './overview/OverviewView.svelte';
import TermsView from './terms/TermsView.svelte';
import TableView from './table/TableView.svelte';
import Timeline from './timeline/Timeline.svelte';

interface ViewEntry {
  /** Its name in the sidebar. */
  readonly label: string;
  /** Its heading, where that says more than the name. */
  readonly title?: string;
  readonly icon: IconName;
  readonly component: Component<Record<string, never>>;
  /** Whether the heading has the menu that adds to the plan. */
  readonly adds: boolean;
  /** Whether it fills the window and scrolls by itself, instead of being a page that is scrolled. */
  readonly whole?: boolean;
}

/** The one table of main views; `VIEWS` has their order. */
export const views: Readonly<Record<View, ViewEntry>> = {
  overview: { label: 'Overview', icon: 'dashboard', component: OverviewView, adds: true },
  timeline: { label: 'Timeline', icon: 'gantt', component: Timeline, adds: true, whole: true },
  terms: { label: 'Terms', icon: 'kanban', component: TermsView, adds: true, whole: true },
  table: { label: 'Table', icon: 'table', component: TableView, adds: true, whole: true },
  audit: { label: 'Audit', icon: 'list-checks', component: AuditView, adds: true },
  milestones: { label: 'Milestones', icon: 'diamond', component: MilestonesView, adds: true },
  credentials: { label: 'Credentials', icon: 'badge-check', component: CredentialsView, adds: true },
  costs: { label: 'Costs', icon: 'receipt', component: CostsView, adds: true },
  facts: { label: 'Facts', icon: 'book', component: FactsView, adds: false },
  compare: { label: 'Compare', title: 'Compare plans', icon: 'columns', component: CompareView, adds: false },
};
