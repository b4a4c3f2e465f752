// Makes `import 'electron'` mean the stub. The real module would start to download its binary.
import { registerHooks } from 'node:module';

const STUB = new URL('./electron-stub.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STUB, shortCircuit: true } : next(specifier, context),
});
