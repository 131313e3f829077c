import fc from 'fast-check';

// What is checked for a change must not depend on luck; elsewhere each run tries other cases, and a failure tells its seed.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_005 });
