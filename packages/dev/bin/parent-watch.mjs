// Loaded before a command: when the process that started it is killed outright, the command ends too,
// in good order if it can.
const LOOK_EVERY_MS = 250;
const GRACE_MS = 8_000;

const parent = Number(process.env.MACHSHOP_BOOTSTRAP_PID);
// only the command itself is watched: its children inherit the variable, but have another parent
if (parent === process.ppid) {
  delete process.env.MACHSHOP_BOOTSTRAP_PID;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  }, LOOK_EVERY_MS);
  timer.unref();
}
