#!/usr/bin/env node
// The way in of every npm script. It has no dependencies and is written for old Nodes too: it says in one
// sentence when Node is too old, installs what the lockfile names when that changed, and hands over to the
// pinned Node of node_modules. What is imported below may use newer syntax, so it is imported late.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    `MachShop needs Node 18 or newer to begin with, and this is ${process.version}: install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
} else {
  import('./bootstrap.mjs').then(
    (bootstrap) => bootstrap.main(process.argv.slice(2)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
