import { ParseOption, XmlDocument, type XmlNode } from 'libxml2-wasm';

/** One measured piece in an inspection file. */
export interface InspectedPiece {
  /** As written: `7`, or `BOXRESULTS_A07_NIST_MTC_CRADA_BOX_ORIGIN_NIKON_TOUCH`. */
  readonly serialText: string;
  /** The number in it: 7. Null when there is none. */
  readonly unit: number | null;
  /** `PASS`, `FAIL` or what else the file says. */
  readonly status: string;
}

/** What a QIF file says that a plan needs; the measurements themselves are not read. */
export interface InspectionFacts {
  readonly file: string;
  /** The product's or the drawing's name, e.g. `nist_mtc_crada_box_rev-D`. */
  readonly productName: string | null;
  readonly createdAt: string | null;
  readonly organization: string | null;
  readonly characteristics: number;
  readonly pieces: readonly InspectedPiece[];
}

/** A machine in an MTConnect Devices document. */
export interface MachineFacts {
  /** The device's name, which recordings are named for: `Hurco02`. */
  readonly name: string;
  readonly uuid: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
  /** `Hurco VMX 24 #2` */
  readonly description: string | null;
}

/** No document here is larger. */
const MAX_XML_BYTES = 16 * 1024 * 1024;

function withDocument<T>(file: string, xml: Uint8Array, read: (root: XmlNode) => T): T {
  if (xml.length > MAX_XML_BYTES) throw new Error(`${file} is larger than ${MAX_XML_BYTES} bytes`);
  const document = XmlDocument.fromBuffer(xml, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
  });
  try {
    return read(document.root);
  } finally {
    document.dispose();
  }
}

const QIF = { q: 'http://qifstandards.org/xsd/qif2' };

function text(node: XmlNode, path: string, namespaces: Record<string, string> = QIF): string | null {
  const value = node.get(path, namespaces)?.content.trim();
  return value ? value : null;
}

function unitOf(serialText: string): number | null {
  const match = /(?:^|_A?)0*(\d+)(?:_|$)/.exec(serialText);
  return match ? Number(match[1]) : null;
}

/** Reads a QIF 2 file's head: product, organization, how many characteristics, which serials with what outcome. */
export function readInspection(file: string, xml: Uint8Array): InspectionFacts {
  return withDocument(file, xml, (root) => ({
    file,
    productName:
      text(root, 'q:Product/q:Header/q:Name') ??
      text(root, 'q:Product/q:PartSet/q:Part/q:DefinitionExternal/q:PrintedDrawing/q:Name'),
    createdAt: text(root, 'q:Version/q:TimeCreated'),
    organization: text(root, 'q:PreInspectionTraceability/q:InspectingOrganization/q:Name'),
    characteristics: root.find('q:Characteristics/q:CharacteristicItems/*', QIF).length,
    pieces: root.find('.//q:ActualComponent', QIF).map((component) => {
      const serialText = text(component, 'q:SerialNumber') ?? '';
      const status = text(component, 'q:Status/q:InspectionStatusEnum') ?? 'UNKNOWN';
      return { serialText, unit: unitOf(serialText), status };
    }),
  }));
}

/** Reads the machines out of an MTConnect Devices document of any 1.x version. */
export function readMachines(file: string, xml: Uint8Array): MachineFacts[] {
  return withDocument(file, xml, (root) =>
    root.find('//*[local-name()="Device"]').map((device) => {
      const at = (path: string) => text(device, path, {});
      return {
        name: at('@name') ?? '',
        uuid: at('@uuid') ?? '',
        manufacturer: at('*[local-name()="Description"]/@manufacturer'),
        model: at('*[local-name()="Description"]/@model'),
        serialNumber: at('*[local-name()="Description"]/@serialNumber'),
        description: at('*[local-name()="Description"]'),
      };
    }),
  );
}
