import fc from 'fast-check';

// A check that decides whether a change may land must give the same answer twice. Exploring is for people:
// `EXPLORE=1 npm run test:unit` draws new cases, and a failure prints the seed and path that bring it back.
if (process.env['EXPLORE'] === undefined) fc.configureGlobal({ seed: 20_261_123 });
