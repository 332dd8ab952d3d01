// Loaded before a child's own code: when the launcher is killed, its channel closes, and the child
// ends as if it had been asked to.
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 5_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
