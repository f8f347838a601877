// "npm run pictures": every screen of the console in every theme and both sizes, into artifacts/screens.
process.env.SCREEN_PICTURES = '1';
process.argv.push('packages/console/screens.browser.test.ts');
await import('./test.mjs');
