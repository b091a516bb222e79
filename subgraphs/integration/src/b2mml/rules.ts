/** Every rule that a message can break, and what it asks for. The codes are stable. */
export const B2MML_RULES = {
  // The bytes and the XML
  MESSAGE_EMPTY: 'A message has content.',
  MESSAGE_TOO_LARGE: 'A message stays below the size, depth and element limits.',
  ENCODING_UNKNOWN: 'The declared encoding is one that can be decoded.',
  ENCODING_CONFLICT: 'The byte order mark and the declared encoding agree.',
  ENCODING_INVALID: 'The bytes are what the encoding says.',
  XML_NOT_WELL_FORMED: 'The message is well-formed XML 1.0 with namespaces.',
  DOCTYPE_NOT_ALLOWED: 'A message has no document type, and so no entities of its own.',
  TOO_MANY_ERRORS: 'Only so many errors are listed one by one.',
  // The envelope
  MESSAGE_KIND_UNKNOWN: 'The root element names a message that is read here.',
  NAMESPACE_WRONG: 'V7 messages are in http://www.mesa.org/xml/B2MML, simplified ones in no namespace.',
  VERB_NOT_SUPPORTED: 'A transaction is a Process or a Sync that adds.',
  // Elements and text
  ELEMENT_MISSING: 'A required element is there.',
  ELEMENT_EMPTY: 'A required element has text.',
  ELEMENT_REPEATED: 'An element that is read once stands once.',
  TEXT_TOO_LONG: 'Identifiers and texts stay below their length limits.',
  // Values
  TIME_NOT_A_DATETIME: 'Times are xs:dateTime.',
  TIME_WITHOUT_ZONE: 'Times carry Z or an offset.',
  END_BEFORE_START: 'The end is not before the start.',
  QUANTITY_NOT_A_DECIMAL: 'A quantity is an xs:decimal: digits, a point, no exponent, no comma.',
  QUANTITY_NOT_POSITIVE: 'The quantity to produce or consume is above zero.',
  QUANTITY_NEGATIVE: 'A quantity is not below zero.',
  QUANTITY_TOO_LONG: 'A quantity has at most 18 digits before and 12 behind the point.',
  QUANTITY_DATA_TYPE: 'The DataType of a quantity is a numeric one and fits the value.',
  UNIT_MISSING: 'A quantity names its unit.',
  UNIT_UNKNOWN: 'Units are UN/CEFACT Rec 20 codes or their known aliases.',
  UNIT_NOT_A_TIME: 'The unit of a duration is a unit of time.',
  DURATION_NOT_A_DURATION: 'A duration is xs:duration, or a number with a unit of time.',
  DURATION_NOT_FIXED: 'A duration has no years and months: their length varies.',
  DURATION_NEGATIVE: 'A duration is not negative.',
  DURATION_TOO_LONG: 'A duration is at most a hundred years.',
  DURATION_MISSING: 'An operation says how long it runs.',
  BOOLEAN_NOT_A_BOOLEAN: 'A flag is true or false.',
  CODE_UNKNOWN: 'A code is one of the enumeration of its element.',
  // Schedules
  REQUEST_ID_REPEATED: 'A request id stands once in a message.',
  TOO_MANY_REQUESTS: 'A schedule has at most 50,000 requests.',
  REQUEST_STATE_NOT_SUPPORTED: 'A request is Released, Waiting or Ready, or says nothing.',
  OPERATIONS_TYPE_NOT_SUPPORTED: 'Operations are of type Production or Mixed, or say nothing.',
  PRIORITY_NOT_A_NUMBER: 'A priority is a whole number; simplified messages may use the known words.',
  PRIORITY_OUT_OF_RANGE: 'A priority is 1 (most urgent) to 100.',
  PRODUCED_MATERIAL_MISSING: 'A request names the material that it produces.',
  PRODUCED_MATERIAL_AMBIGUOUS: 'A request produces one material, and says how much once.',
  MATERIAL_USE_MISSING: 'A material requirement or actual says its use.',
  // Routings
  ROUTING_ID_REPEATED: 'A routing stands once in a message.',
  OPERATIONS_MISSING: 'A routing has operations.',
  TOO_MANY_OPERATIONS: 'A message has at most 1,000 routings of at most 1,000 operations.',
  OPERATION_NUMBER_MISSING: 'The id of an operation ends in its number, as in OP-010.',
  OPERATION_NUMBER_REPEATED: 'An operation number stands once in a routing.',
  RESOURCE_AMBIGUOUS: 'An operation has at most one personnel class, equipment class and work center.',
  DEPENDENCY_NOT_SUPPORTED:
    'Operations follow one another or run in parallel; other dependencies are not kept.',
  DEPENDENCY_UNKNOWN_SEGMENT: 'A dependency names an operation of the same routing.',
  DEPENDENCY_AGAINST_ORDER: 'An operation follows operations with lower numbers.',
  PART_CONFLICT: 'The routing id and the material that it produces name the same part and revision.',
} as const;

export type B2mmlRule = keyof typeof B2MML_RULES;

/** One thing that is wrong with a message, and where. */
export interface B2mmlError {
  /** 1-based; 0 when the message as a whole is meant. */
  readonly line: number;
  /** Path from the root: `OperationsSchedule/OperationsRequest[2]/Priority`; empty when there is no tree. */
  readonly element: string;
  readonly rule: B2mmlRule;
  /** For people; may change. */
  readonly message: string;
}
