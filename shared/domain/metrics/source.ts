import type { Fact } from '../plan/document.ts';

type Source = Pick<Fact, 'sourceTitle' | 'sourceUrl' | 'asOf' | 'asOfText' | 'checkedOn'>;

/** Where blocking, delay and complexity are defined. */
export const METRICS_SOURCE: Source = {
  sourceTitle: 'Heileman, Abdallah, Slim, Hickman: Curricular Analytics (arXiv:1811.09676)',
  sourceUrl: 'https://arxiv.org/abs/1811.09676',
  asOf: null,
  asOfText: 'November 2018',
  checkedOn: '2026-11-27',
};

/** Where centrality and the factor for quarters are defined. */
export const CODE_SOURCE: Source = {
  sourceTitle: 'CurricularAnalytics.jl, source code',
  sourceUrl: 'https://github.com/CurricularAnalytics/CurricularAnalytics.jl',
  asOf: null,
  asOfText: 'revision 01955c8',
  checkedOn: '2026-11-27',
};
