// Writes what a process has cost from its start to its end: CPU milliseconds and peak memory in MB.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify({ ms: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
});
