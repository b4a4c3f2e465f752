/** Edition of the catalog: the day on which its facts were last checked against their sources. */
export const CATALOG_VERSION = '2026-11-23';
