// dependency-cruiser reads TypeScript with TypeScript's JavaScript interface, which version 7 does not have:
// it gets version 6 of its own, and everything else keeps version 7.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const own = /^typescript(?=\/|$)/.test(specifier) && context.parentURL?.includes('/dependency-cruiser/');
    return nextResolve(own ? specifier.replace('typescript', 'typescript-6') : specifier, context);
  },
});
