/** UN/CEFACT Rec 20 codes that quantities may carry here, with their names. */
export const REC20_UNITS: Readonly<Record<string, string>> = {
  EA: 'each',
  PR: 'pair',
  SET: 'set',
  DZN: 'dozen',
  P1: 'percent',
  MGM: 'milligram',
  GRM: 'gram',
  KGM: 'kilogram',
  TNE: 'tonne',
  ONZ: 'ounce',
  LBR: 'pound',
  MMT: 'millimetre',
  CMT: 'centimetre',
  MTR: 'metre',
  KMT: 'kilometre',
  INH: 'inch',
  FOT: 'foot',
  YRD: 'yard',
  MMK: 'square millimetre',
  CMK: 'square centimetre',
  MTK: 'square metre',
  INK: 'square inch',
  FTK: 'square foot',
  MLT: 'millilitre',
  LTR: 'litre',
  CMQ: 'cubic centimetre',
  MTQ: 'cubic metre',
  GLL: 'gallon (US)',
  C26: 'millisecond',
  SEC: 'second',
  MIN: 'minute',
  HUR: 'hour',
  DAY: 'day',
  KWH: 'kilowatt hour',
};

/**
 * What ERP systems write instead, in upper case. One, piece and each are all counts of things: they become
 * EA, so that quantities of one part can be compared.
 */
export const UNIT_ALIASES: Readonly<Record<string, string>> = {
  C62: 'EA',
  H87: 'EA',
  PCE: 'EA',
  PCS: 'EA',
  PC: 'EA',
  PIECE: 'EA',
  EACH: 'EA',
  '%': 'P1',
  MG: 'MGM',
  G: 'GRM',
  KG: 'KGM',
  TO: 'TNE',
  OZ: 'ONZ',
  LB: 'LBR',
  LBS: 'LBR',
  MM: 'MMT',
  CM: 'CMT',
  M: 'MTR',
  KM: 'KMT',
  IN: 'INH',
  INCH: 'INH',
  FT: 'FOT',
  YD: 'YRD',
  MM2: 'MMK',
  CM2: 'CMK',
  M2: 'MTK',
  ML: 'MLT',
  L: 'LTR',
  CM3: 'CMQ',
  M3: 'MTQ',
  GAL: 'GLL',
  MS: 'C26',
  S: 'SEC',
  SECOND: 'SEC',
  SECONDS: 'SEC',
  MINUTE: 'MIN',
  MINUTES: 'MIN',
  H: 'HUR',
  HR: 'HUR',
  HRS: 'HUR',
  HOUR: 'HUR',
  HOURS: 'HUR',
  DAYS: 'DAY',
};

/** Seconds in one unit of time, as a decimal text. */
export const SECONDS_PER_UNIT: Readonly<Record<string, string>> = {
  C26: '0.001',
  SEC: '1',
  MIN: '60',
  HUR: '3600',
  DAY: '86400',
};

/** The Rec 20 code of a unit as written in a message; null when it is not known. */
export function unitCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (Object.hasOwn(REC20_UNITS, code)) return code;
  return Object.hasOwn(UNIT_ALIASES, code) ? (UNIT_ALIASES[code] as string) : null;
}
