/**
 * Loaded before everything else: the page's policy forbids code made from text, which zod would otherwise try while its
 * first schemas are made. It looks for its settings here when it is loaded.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
