/** `npm run bench -- gateway`: the gateway's engine against stock @apollo/gateway (`--quick`, `--peers`). */
export { run } from '@machshop/gateway/bench';
