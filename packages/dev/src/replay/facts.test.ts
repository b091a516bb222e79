import { expect, test } from 'vitest';
import { readInspection, readMachines } from './facts.ts';

const QIF = 'http://qifstandards.org/xsd/qif2';

test('an inspection file tells its product, its characteristics and which pieces passed', () => {
  const xml = `<QIFDocument xmlns="${QIF}">
    <Product><Header><Name>nist_mtc_crada_box_rev-D</Name></Header></Product>
    <Characteristics><CharacteristicItems n="2"><FlatnessCharacteristicItem id="1"/><DiameterCharacteristicItem id="2"/>
    </CharacteristicItems></Characteristics>
    <MeasurementsResults><ActualComponentSets n="1"><ActualComponentSet n="2">
      <ActualComponent id="3"><SerialNumber>13</SerialNumber>
        <Status><InspectionStatusEnum>PASS</InspectionStatusEnum></Status></ActualComponent>
      <ActualComponent id="4"><SerialNumber>BOXRESULTS_A07_NIST_MTC</SerialNumber>
        <Status><InspectionStatusEnum>FAIL</InspectionStatusEnum></Status></ActualComponent>
      <ActualComponent id="5"/>
    </ActualComponentSet></ActualComponentSets></MeasurementsResults></QIFDocument>`;
  expect(readInspection('box.qif', Buffer.from(xml))).toEqual({
    file: 'box.qif',
    productName: 'nist_mtc_crada_box_rev-D',
    createdAt: null,
    organization: null,
    characteristics: 2,
    pieces: [
      { serialText: '13', unit: 13, status: 'PASS' },
      { serialText: 'BOXRESULTS_A07_NIST_MTC', unit: 7, status: 'FAIL' },
      { serialText: '', unit: null, status: 'UNKNOWN' },
    ],
  });
});

test('a second laboratory’s file is named by its drawing', () => {
  const xml = `<QIFDocument xmlns="${QIF}"><Version><TimeCreated>2017-03-07T10:50:35</TimeCreated></Version>
    <PreInspectionTraceability><InspectingOrganization><Name>Lab 2</Name></InspectingOrganization>
    </PreInspectionTraceability><Product><PartSet n="1"><Part id="1"><DefinitionExternal><PrintedDrawing id="5">
    <Name>plate_drawing</Name></PrintedDrawing></DefinitionExternal></Part></PartSet></Product></QIFDocument>`;
  expect(readInspection('plate.qif', Buffer.from(xml))).toMatchObject({
    productName: 'plate_drawing',
    createdAt: '2017-03-07T10:50:35',
    organization: 'Lab 2',
  });
});

test('machines are read from MTConnect devices of any version', () => {
  const xml = `<MTConnectDevices xmlns="urn:mtconnect.org:MTConnectDevices:1.3"><Devices>
    <Device name="Hurco02" uuid="a6" id="d1"><Description model="VMX24" manufacturer="Hurco">Hurco VMX 24 #2</Description>
    </Device><Device name="Bare" uuid="a7" id="d2"/></Devices></MTConnectDevices>`;
  expect(readMachines('Devices.xml', Buffer.from(xml))).toEqual([
    {
      name: 'Hurco02',
      uuid: 'a6',
      manufacturer: 'Hurco',
      model: 'VMX24',
      serialNumber: null,
      description: 'Hurco VMX 24 #2',
    },
    { name: 'Bare', uuid: 'a7', manufacturer: null, model: null, serialNumber: null, description: null },
  ]);
});

test('an entity of a file outside is not followed', () => {
  const xml =
    '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><MTConnectDevices><Device name="&e;"/></MTConnectDevices>';
  const read = () => readMachines('Devices.xml', Buffer.from(xml)).map((machine) => machine.name);
  expect(read).toThrow();
});
