/** The operations that a replay sends; what a program of anyone's could send too. */
const ERRORS = 'errors { __typename code message path }';

export const SITES = '{ sites(first: 100) { nodes { id code } } }';

export const WORK_CENTER = 'query ($code: String!) { workCenterByCode(code: $code) { id } }';
export const CREATE_WORK_CENTER = `mutation ($input: CreateWorkCenterInput!) {
  createWorkCenter(input: $input) { workCenter { id } ${ERRORS} }
}`;
export const EQUIPMENT = 'query ($code: String!) { equipmentByCode(code: $code) { id } }';
export const CREATE_EQUIPMENT = `mutation ($input: CreateEquipmentInput!) {
  createEquipment(input: $input) { equipment { id } ${ERRORS} }
}`;
export const LOCATION = 'query ($code: String!) { inventoryLocationByCode(code: $code) { id } }';
export const CREATE_LOCATION = `mutation ($input: CreateInventoryLocationInput!) {
  createInventoryLocation(input: $input) { inventoryLocation { id } ${ERRORS} }
}`;

export const RECEIVE_B2MML = `mutation ($input: ReceiveB2mmlInput!) {
  receiveB2mml(input: $input) { outcome message { id state } ${ERRORS} }
}`;
export const RETRY_MESSAGE = `mutation ($input: RetryMessageInput!) { retryMessage(input: $input) { message { id state } ${ERRORS} } }`;
export const MESSAGE = `query ($id: ID!) { integrationMessage(id: $id) { id state errors { line element rule message } } }`;

export const RECEIVE_LOT = `mutation ($input: ReceiveMaterialInput!) {
  receiveMaterial(input: $input) { lot { id recordedAt } ${ERRORS} }
}`;
export const ORDER = `query ($number: String!) { workOrderByNumber(number: $number) {
  id number status releasedAt operations { id number name status }
} }`;
export const OPERATION_STEPS = `query ($id: ID!, $after: String) { workOrderOperation(id: $id) {
  steps(first: 100, after: $after) { nodes { serialNumber status } pageInfo { hasNextPage endCursor } }
} }`;
export const RELEASE = `mutation ($input: ReleaseWorkOrderInput!) { releaseWorkOrder(input: $input) { workOrder { id status } ${ERRORS} } }`;
export const COMPLETE_ORDER = `mutation ($input: CompleteWorkOrderInput!) { completeWorkOrder(input: $input) { workOrder { id status } ${ERRORS} } }`;
export const CREATE_SERIALS = `mutation ($input: CreateSerialsInput!) {
  createSerials(input: $input) { serializedParts { id recordedAt } ${ERRORS} }
}`;
export const SERIAL = `query ($serialNumber: String!) { serializedPartBySerialNumber(serialNumber: $serialNumber) {
  id status recordedAt assembledInto { id parentNumber }
} }`;
export const COMPLETE_SERIAL = `mutation ($input: CompleteSerialInput!) { completeSerial(input: $input) { serializedPart { status } ${ERRORS} } }`;
export const CONSUME = `mutation ($input: ConsumeMaterialInput!) {
  consumeMaterial(input: $input) { transaction { id recordedAt } ${ERRORS} }
}`;
export const START = `mutation ($input: StartOperationInput!) {
  startOperation(input: $input) { execution { id recordedAt } ${ERRORS} }
}`;
export const COMPLETE = `mutation ($input: CompleteOperationInput!) {
  completeOperation(input: $input) { execution { id completionRecordedAt } ${ERRORS} }
}`;
export const SKIP = `mutation ($input: SkipOperationInput!) { skipOperation(input: $input) { operation { id status } ${ERRORS} } }`;
export const ASSEMBLE = `mutation ($input: AssembleSerialInput!) { assembleSerial(input: $input) { link { id } ${ERRORS} } }`;

export const GENEALOGY = `query ($serial: String!) { genealogy(root: { serialNumber: $serial }) {
  nodes { id kind number depth quantity { value unit } part { number }
    steps { operationNumber workOrderNumber equipmentCode startedAt completedAt } }
  edges { id parentId childId }
} }`;
export const LOT_TRACE = `query ($number: String!) { materialLotByNumber(number: $number) {
  onHand { value } forwardTrace { number depth part { number } }
} }`;
export const AS_BUILT = `query ($number: String!) { workOrderByNumber(number: $number) {
  number status quantity { value unit } part { number } percentComplete
  asBuilt { units { node { number } } differences { kind serialNumber componentNumber } }
  integrationMessages(first: 100) { nodes { kind direction content } }
} }`;
export const EXECUTIONS = `query ($id: ID!, $after: String) { workOrderOperation(id: $id) {
  executions(first: 100, after: $after) { nodes { id completedAt } pageInfo { hasNextPage endCursor } }
} }`;
export const VERIFY_INVENTORY =
  '{ verifyInventory { ok transactions balances differences { lot { number } } } }';
export const AUDIT_HEAD = '{ auditHead { sequence hash } }';
export const AUDIT_EXPORT = `query ($after: Decimal!) { auditExport(afterSequence: $after, first: 5000) { lines } }`;
export const DEAD_LETTERS =
  '{ deadLetters(first: 20, filter: { state: OPEN }) { nodes { consumer subject error } } }';
