import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlError,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** What a schema says against a message. */
export interface XsdError {
  readonly line: number;
  readonly message: string;
}

/** A virtual place for the schema files: nothing of the file system is opened by the parser. */
const BASE = 'b2mml:/';

const DRIVER_INCLUDES = [
  'OperationsSchedule',
  'OperationsPerformance',
  'OperationsDefinition',
  'ProcessSegment',
  'ConfirmBOD',
];

const DRIVER = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.mesa.org/xml/B2MML"
  targetNamespace="http://www.mesa.org/xml/B2MML" elementFormDefault="qualified">
  ${DRIVER_INCLUDES.map((name) => `<xsd:include schemaLocation="B2MML-${name}.xsd"/>`).join('\n  ')}
</xsd:schema>`;

/** The BatchML types that B2MML's InformationObject names; none of them occurs in our messages. */
const BATCHML_TYPES = [
  'BatchProductionRecordType',
  'GRecipeType',
  'ResourceConstraintType',
  'ProcessElementType',
];

/**
 * B2MML's schemas include BatchML's, a standard of its own that is delivered apart. Without those files,
 * empty ones stand in for them.
 */
function batchMlStandIns(): Record<string, string> {
  const schema = (namespace: string, content: string): string =>
    `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${content}</xsd:schema>`;
  const types = BATCHML_TYPES.map((name) => `<xsd:complexType name="${name}"/>`).join('');
  const extensions = schema('http://www.mesa.org/xml/B2MML-AllExtensions', '');
  return {
    'BatchML-GeneralRecipe.xsd': schema('http://www.mesa.org/xml/B2MML', types),
    'BatchML-BatchProductionRecord.xsd': schema('http://www.mesa.org/xml/B2MML', ''),
    'BatchML-GeneralRecipeExtensions.xsd': extensions,
    'BatchML-BatchInformationExtensions.xsd': extensions,
    'BatchML-BatchProductionRecordExtensions.xsd': extensions,
  };
}

function readSchemas(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(batchMlStandIns())) files[`${BASE}${name}`] = Buffer.from(text);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.xsd'))) {
    files[`${BASE}${name}`] = readFileSync(join(folder, name));
  }
  return files;
}

function compile(folder: string): XsdValidator {
  xmlRegisterInputProvider(new XmlBufferInputProvider(readSchemas(folder)));
  try {
    const driver = XmlDocument.fromString(DRIVER, { url: `${BASE}driver.xsd` });
    try {
      return XsdValidator.fromDoc(driver);
    } finally {
      driver.dispose();
    }
  } finally {
    xmlCleanupInputProvider();
  }
}

/** Compiled schemas by folder: compiling reads some 30 files. */
const validators = new Map<string, XsdValidator>();

function validatorOf(folder: string): XsdValidator {
  const validator = validators.get(folder) ?? compile(folder);
  validators.set(folder, validator);
  return validator;
}

function toErrors(error: unknown): readonly XsdError[] {
  if (!(error instanceof XmlError)) throw error;
  const details = error instanceof XmlLibError ? error.details : [];
  if (details.length === 0) return [{ line: 0, message: error.message }];
  return details.map(({ line, message }) => ({ line, message: message.trim() }));
}

/**
 * Validates a message against the B2MML V7 schemas of a folder. For tests and the replay's checks: the
 * product itself carries no schema. Reads the folder once.
 *
 * @returns what is wrong; empty for a valid message
 * @throws when the folder cannot be read or its schemas do not compile
 */
export function validateAgainstXsd(xml: string, folder: string): readonly XsdError[] {
  const validator = validatorOf(resolve(folder));
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(xml);
  } catch (error) {
    return toErrors(error);
  }
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return toErrors(error);
  } finally {
    document.dispose();
  }
}
