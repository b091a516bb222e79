import { spawn } from 'node:child_process';

/**
 * A shell that outlives us by a moment: it reads the pids of our servers from a pipe, and when the pipe
 * breaks without a "done" (we were killed), it stops them. It runs in a session of its own, so that
 * neither Ctrl-C nor a kill of our process group reaches it. A pid counts only with its start time:
 * the number may have gone to a stranger since.
 */
const SCRIPT = `
born() {
  if [ -r /proc/self/stat ]; then
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    set -- \${line##*) }
    [ "$1" != Z ] || return 1
    shift 19
    echo "$1"
  else
    ps -o lstart= -p "$1" 2>/dev/null
  fi
}
kept=
folder=
while read -r word pid signal; do
  case $word in
    watch) kept="$kept $pid,$signal,$(born "$pid" | tr ' ' _)" ;;
    forget) rest=; for one in $kept; do case $one in "$pid",*) ;; *) rest="$rest $one" ;; esac; done; kept=$rest ;;
    remove) folder=$pid ;;
    done) exit 0 ;;
  esac
done
alive() { pid=\${1%%,*}; birth=\${1##*,}; [ -n "$birth" ] && [ "$(born "$pid" | tr ' ' _)" = "$birth" ]; }
for one in $kept; do
  alive "$one" && middle=\${one#*,} && kill -s "\${middle%%,*}" "\${one%%,*}" 2>/dev/null
done
tries=0
while [ $tries -lt 100 ]; do
  left=
  for one in $kept; do alive "$one" && left="$left $one"; done
  [ -n "$left" ] || break
  [ $tries -eq 80 ] && for one in $left; do kill -s QUIT "\${one%%,*}" 2>/dev/null; done
  tries=$((tries + 1))
  sleep 0.1
done
for one in $left; do kill -s KILL "\${one%%,*}" 2>/dev/null; done
case $folder in */machshop-test-*) rm -rf "$folder" ;; esac
`;

/** Stops our servers when we die without having done so. */
export type Watchdog = {
  /** @param signal what the server is sent when we are gone: "INT", "QUIT", "TERM" */
  watch(pid: number, signal: string): void;
  forget(pid: number): void;
  /** All is stopped: the watchdog goes without touching anything. */
  dismiss(): void;
};

/**
 * Starts the watchdog.
 * @param scratch a folder named machshop-test-… that is of no use without us, and is removed then
 */
export function startWatchdog(scratch?: string): Watchdog {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'machshop-watchdog'], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // a watchdog that died is no reason to die: the next start finds orphans without it
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  const say = (line: string): void => {
    if (shell.stdin.writable) shell.stdin.write(`${line}\n`);
  };
  if (scratch !== undefined) say(`remove ${scratch}`);
  return {
    watch: (pid, signal) => say(`watch ${pid} ${signal}`),
    forget: (pid) => say(`forget ${pid}`),
    dismiss: () => shell.stdin.end('done\n'),
  };
}
