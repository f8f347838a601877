/** Loaded before a server under measurement: tells its processor time when asked, and ends with the benchmark. */
process.on('message', (message) => {
  if (message === 'usage') process.send?.(process.cpuUsage());
});
process.on('disconnect', () => process.exit(0));
