import { DataType, type MonitoredItem, type OPCUAServer } from 'node-opcua';
import { type Clock, systemClock } from '../clock.ts';
import { MachineNodes } from './cell-nodes.ts';
import { type Machine, startMachine, stepMachine } from './machine-model.ts';
import { createServer, type SimulatedServerOptions } from './opc-ua-server.ts';
import { type PlayOptions, type PlaySummary, playRecordings } from './play.ts';
import { randomFrom } from './random.ts';

/** A simulated machining cell. */
export interface CellOptions extends SimulatedServerOptions {
  /** Names of the machines: `ns=1;s=<machine>.Spindle.Speed`. */
  readonly machines: readonly string[];
  readonly seed?: number;
  /** False: the machines have no life of their own, they are there to play recordings. */
  readonly simulated?: boolean;
  /** How often the machines move. */
  readonly stepMs?: number;
  /** How many seconds of the machine's life pass in a second. */
  readonly timeScale?: number;
  readonly clock?: Clock;
}

const NAMESPACE = 'urn:machshop:simulator';

/** An OPC UA server (a real one) of machines that are not. */
export class MachiningCell {
  readonly #options: CellOptions;
  readonly #server: OPCUAServer;
  readonly #nodes = new Map<string, MachineNodes>();
  readonly #items: ReadonlySet<MonitoredItem>;
  #timer: NodeJS.Timeout | null = null;

  private constructor(options: CellOptions, server: OPCUAServer, items: ReadonlySet<MonitoredItem>) {
    this.#options = options;
    this.#server = server;
    this.#items = items;
  }

  /** Starts the server and its machines. */
  static async start(options: CellOptions): Promise<MachiningCell> {
    const { server, items } = await createServer(options);
    const cell = new MachiningCell(options, server, items);
    cell.#build();
    await server.start();
    if (options.simulated ?? true) cell.#run();
    return cell;
  }

  get endpointUrl(): string {
    return `opc.tcp://${this.#options.hostname ?? '127.0.0.1'}:${this.#options.port}`;
  }

  /** The name space of the machines' node ids. */
  get namespaceUri(): string {
    return NAMESPACE;
  }

  /** The application URIs of the clients that have a session. */
  clients(): string[] {
    return this.#server.engine
      .getSessions()
      .map(({ clientDescription }) => clientDescription?.applicationUri ?? '');
  }

  #build(): void {
    const { addressSpace } = this.#server.engine;
    if (!addressSpace) throw new Error('the server has no address space');
    const namespace = addressSpace.registerNamespace(NAMESPACE);
    const cell = namespace.addObject({
      browseName: 'MachiningCell',
      nodeId: 's=MachiningCell',
      organizedBy: addressSpace.rootFolder.objects,
    });
    for (const machine of this.#options.machines)
      this.#nodes.set(machine, new MachineNodes(namespace, cell, machine));
  }

  #run(): void {
    const { stepMs = 100, timeScale = 1, seed = 1, clock = systemClock } = this.#options;
    const random = randomFrom(seed);
    const machines = new Map<string, Machine>();
    const step = () => {
      const at = new Date(clock.now());
      for (const [name, nodes] of this.#nodes) {
        const before = machines.get(name) ?? null;
        const machine = before ? stepMachine(before, stepMs * timeScale, random) : startMachine(random);
        machines.set(name, machine);
        nodes.show(machine, before, at);
      }
    };
    step();
    this.#timer = setInterval(step, stepMs);
  }

  /**
   * Plays recorded machines instead of simulated ones (those whose names the recordings give) and resolves at
   * their end. Waits when a subscriber's queue fills, so that none overflows.
   */
  async play(options: PlayOptions): Promise<PlaySummary> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    return playRecordings(options, this.#nodes, () => {
      let longest = 0;
      for (const { queue } of this.#items) longest = Math.max(longest, queue.length);
      return longest;
    });
  }

  /** Makes the variables of recorded data items, so that they can be subscribed before they are played. */
  prepare(items: ReadonlyMap<string, ReadonlySet<string>>, textItems: readonly string[]): void {
    const text = new Set(textItems);
    for (const [machine, names] of items) {
      for (const name of names) {
        this.#nodes.get(machine)?.variable(name, text.has(name) ? DataType.String : DataType.Double);
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#server.shutdown(0);
    this.#server.dispose();
  }
}
