import {
  DataType,
  type Namespace,
  StatusCodes,
  type UAObject,
  type UAVariable,
  type Variant,
} from 'node-opcua';
import { type MachineValues, PACKML } from './machine-model.ts';

/** A variable of a simulated machine. */
interface NodeSpec {
  readonly path: string;
  readonly dataType: DataType;
  readonly of: (values: MachineValues) => string | number | boolean;
  readonly range?: readonly [low: number, high: number];
}

/** What every machine of the cell shows; the path is that of the browse names below the machine. */
export const MACHINE_NODES: readonly NodeSpec[] = [
  { path: 'State', dataType: DataType.String, of: ({ state }) => state },
  { path: 'StateNumber', dataType: DataType.Int32, of: ({ state }) => PACKML[state] },
  {
    path: 'Spindle.Speed',
    dataType: DataType.Double,
    of: ({ spindleSpeedRpm }) => spindleSpeedRpm,
    range: [0, 15_000],
  },
  {
    path: 'Spindle.Load',
    dataType: DataType.Double,
    of: ({ spindleLoadPercent }) => spindleLoadPercent,
    range: [0, 150],
  },
  {
    path: 'Spindle.Temperature',
    dataType: DataType.Float,
    of: ({ spindleTemperatureC }) => spindleTemperatureC,
    range: [0, 120],
  },
  {
    path: 'Feed.Rate',
    dataType: DataType.Double,
    of: ({ feedRateMmPerMin }) => feedRateMmPerMin,
    range: [0, 20_000],
  },
  {
    path: 'Coolant.Temperature',
    dataType: DataType.Float,
    of: ({ coolantTemperatureC }) => coolantTemperatureC,
    range: [0, 80],
  },
  { path: 'PartCount', dataType: DataType.UInt32, of: ({ partCount }) => partCount },
  { path: 'Program', dataType: DataType.String, of: ({ program }) => program },
  { path: 'Tool', dataType: DataType.UInt16, of: ({ toolNumber }) => toolNumber },
  { path: 'Alarm.Active', dataType: DataType.Boolean, of: ({ alarm }) => alarm !== null },
  { path: 'Alarm.Text', dataType: DataType.String, of: ({ alarm }) => alarm ?? '' },
];

/** The nodes of one machine: `ns=1;s=<machine>.<path>`. */
export class MachineNodes {
  readonly #namespace: Namespace;
  readonly #machine: string;
  readonly #object: UAObject;
  readonly #folders = new Map<string, UAObject>();
  readonly #variables = new Map<string, UAVariable>();

  constructor(namespace: Namespace, cell: UAObject, machine: string) {
    this.#namespace = namespace;
    this.#machine = machine;
    this.#object = namespace.addObject({ browseName: machine, nodeId: `s=${machine}`, organizedBy: cell });
  }

  /** The variable at this path, made when it is not there. */
  variable(path: string, dataType: DataType, range?: NodeSpec['range']): UAVariable {
    let variable = this.#variables.get(path);
    if (!variable) {
      const options = {
        browseName: path.split('.').at(-1) as string,
        nodeId: `s=${this.#machine}.${path}`,
        componentOf: this.#folder(path),
        dataType: DataType[dataType],
        // reported at every change, not sampled
        minimumSamplingInterval: 0,
        accessLevel: 'CurrentRead | CurrentWrite',
        userAccessLevel: 'CurrentRead | CurrentWrite',
      };
      variable = range
        ? this.#namespace.addAnalogDataItem({
            ...options,
            engineeringUnitsRange: { low: range[0], high: range[1] },
          })
        : this.#namespace.addVariable(options);
      this.#variables.set(path, variable);
    }
    return variable;
  }

  #folder(path: string): UAObject {
    const [name, ...rest] = path.split('.') as [string, ...string[]];
    if (rest.length === 0) return this.#object;
    let folder = this.#folders.get(name);
    if (!folder) {
      folder = this.#namespace.addObject({
        browseName: name,
        nodeId: `s=${this.#machine}.${name}`,
        componentOf: this.#object,
      });
      this.#folders.set(name, folder);
    }
    return folder;
  }

  /** Writes what changed. */
  show(values: MachineValues, before: MachineValues | null, at: Date): void {
    for (const { path, dataType, of, range } of MACHINE_NODES) {
      const value = of(values);
      if (before !== null && of(before) === value) continue;
      this.variable(path, dataType, range).setValueFromSource(
        { dataType, value } as Partial<Variant>,
        StatusCodes.Good,
        at,
      );
    }
  }
}
