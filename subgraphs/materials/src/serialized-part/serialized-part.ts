export type SerialStatus = 'IN_PROCESS' | 'COMPLETED' | 'ASSEMBLED' | 'SHIPPED' | 'SCRAPPED';

/** UN/CEFACT Rec 20 for one piece: the unit of genealogy edges of serials. */
export const PIECE = 'C62';

const TRANSITIONS: Readonly<Record<SerialStatus, readonly SerialStatus[]>> = {
  // a piece may be assembled while its own order is still open
  IN_PROCESS: ['COMPLETED', 'ASSEMBLED', 'SCRAPPED'],
  COMPLETED: ['ASSEMBLED', 'SHIPPED', 'SCRAPPED'],
  // out of its parent again
  ASSEMBLED: ['COMPLETED', 'SCRAPPED'],
  SHIPPED: [],
  SCRAPPED: [],
};

/** Whether a piece may go from one state to another. */
export const maySerialBecome = (from: SerialStatus, to: SerialStatus): boolean =>
  TRANSITIONS[from].includes(to);

/** Whether something may still be put into the piece or consumed by it. */
export const takesComponents = (status: SerialStatus): boolean =>
  status !== 'SHIPPED' && status !== 'SCRAPPED';
