#!/usr/bin/env node
// Nothing is imported before this: on an old Node the modules behind it would not even load.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`parley needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`);
  process.stderr.write('Install a newer Node, or use `npm start -- …` inside the repository, which brings its own.\n');
  process.exit(1);
}
const { main } = await import('./main.ts');
await main(process.argv);

export {};
