/** Messages as senders write them, for the tests. */

/** The plant's simplified schedule. */
export const SIMPLIFIED_SCHEDULE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- ERP to MES -->
<ProductionSchedule>
  <ID>PS-2025-001</ID>
  <PublicationDate>2025-10-15T08:00:00Z</PublicationDate>
  <ProductionRequest>
    <ID>WO-2025-001001</ID>
    <Description>Turbine Blade Manufacturing</Description>
    <StartTime>2025-10-16T06:00:00Z</StartTime>
    <EndTime>2025-10-20T18:00:00Z</EndTime>
    <Priority>HIGH</Priority>
    <SegmentRequirement>
      <MaterialProducedRequirement>
        <MaterialDefinitionID>BLADE-TF39-001</MaterialDefinitionID>
        <Quantity>10</Quantity>
        <QuantityUnitOfMeasure>EA</QuantityUnitOfMeasure>
      </MaterialProducedRequirement>
    </SegmentRequirement>
  </ProductionRequest>
</ProductionSchedule>
`;

/** A V7 schedule in its transaction, with a prefix, an extension and parts that are not read. */
export const V7_SCHEDULE = `<?xml version="1.0" encoding="UTF-8"?>
<b:ProcessOperationsSchedule xmlns:b="http://www.mesa.org/xml/B2MML" releaseID="B2MML-0701">
  <b:ApplicationArea>
    <b:Sender>
      <b:LogicalID>ERP-100</b:LogicalID>
      <b:ConfirmationCode>OnError</b:ConfirmationCode>
    </b:Sender>
    <b:CreationDateTime>2026-02-01T07:00:00+01:00</b:CreationDateTime>
    <b:BODID>BOD-77</b:BODID>
  </b:ApplicationArea>
  <b:DataArea>
    <b:Process acknowledgeCode="Always">
      <b:ActionCriteria><b:ActionExpression actionCode="Add">OperationsSchedule</b:ActionExpression></b:ActionCriteria>
    </b:Process>
    <b:OperationsSchedule>
      <b:ID>SCHED-1</b:ID>
      <b:PublishedDate>2026-02-01T06:59:00Z</b:PublishedDate>
      <b:HierarchyScope>
        <b:EquipmentID>MACHSHOP</b:EquipmentID>
        <b:EquipmentElementLevel>Enterprise</b:EquipmentElementLevel>
        <b:HierarchyScopeChild>
          <b:EquipmentID>PLANT-1</b:EquipmentID>
          <b:EquipmentElementLevel>Site</b:EquipmentElementLevel>
        </b:HierarchyScopeChild>
      </b:HierarchyScope>
      <b:OperationsRequest>
        <b:ID>1000123</b:ID>
        <b:Description>Box assembly</b:Description>
        <b:StartTime>2026-02-02T06:00:00+01:00</b:StartTime>
        <b:EndTime>2026-02-06T18:00:00+01:00</b:EndTime>
        <b:Priority>20</b:Priority>
        <b:RequestState>Released</b:RequestState>
        <b:SegmentRequirement>
          <b:ID>10</b:ID>
          <b:EarliestStartTime>2026-02-02T06:00:00Z</b:EarliestStartTime>
          <b:LatestEndTime>2026-02-02T14:00:00Z</b:LatestEndTime>
          <b:ProcessSegmentID>ASSEMBLE</b:ProcessSegmentID>
          <b:Duration>PT8H</b:Duration>
          <b:OperationsDefinitionID>ROUTING-BOX-Rev-D</b:OperationsDefinitionID>
          <b:OperationsSegmentID>OP-010</b:OperationsSegmentID>
          <b:SegmentParameter>
            <b:ID>CustomerID</b:ID>
            <b:Value><b:ValueString>ACME</b:ValueString></b:Value>
          </b:SegmentParameter>
          <b:MaterialRequirement>
            <b:ID>1</b:ID>
            <b:MaterialDefinitionID>BOX</b:MaterialDefinitionID>
            <b:MaterialUse>Produced</b:MaterialUse>
            <b:Quantity>
              <b:QuantityString>20</b:QuantityString>
              <b:DataType>integer</b:DataType>
              <b:UnitOfMeasure>C62</b:UnitOfMeasure>
            </b:Quantity>
            <b:MaterialRequirementProperty>
              <b:ID>Revision</b:ID>
              <b:Value><b:ValueString>D</b:ValueString></b:Value>
            </b:MaterialRequirementProperty>
          </b:MaterialRequirement>
          <b:MaterialRequirement>
            <b:ID>2</b:ID>
            <b:MaterialDefinitionID>COVER</b:MaterialDefinitionID>
            <b:MaterialUse>Consumed</b:MaterialUse>
            <b:Quantity>
              <b:QuantityString>20.000</b:QuantityString>
              <b:UnitOfMeasure>EA</b:UnitOfMeasure>
            </b:Quantity>
          </b:MaterialRequirement>
          <x:Colour xmlns:x="http://example.com/erp">green</x:Colour>
        </b:SegmentRequirement>
      </b:OperationsRequest>
    </b:OperationsSchedule>
  </b:DataArea>
</b:ProcessOperationsSchedule>
`;

/** The plant's simplified routing. */
export const SIMPLIFIED_ROUTING = `<ProcessSegment>
  <ID>ROUTING-BLADE-TF39-001-Rev-C</ID>
  <Description>Turbine Blade Manufacturing Process</Description>
  <OperationsDefinition>
    <OperationsDefinitionID>OP-020</OperationsDefinitionID>
    <Description>Finish Machining</Description>
    <Duration>PT45M</Duration>
    <SetupTime>30</SetupTime>
    <SetupTimeUnitOfMeasure>MIN</SetupTimeUnitOfMeasure>
    <WorkCenterID>WC-MILL</WorkCenterID>
    <QualityCritical>true</QualityCritical>
  </OperationsDefinition>
  <OperationsDefinition>
    <OperationsDefinitionID>OP-010</OperationsDefinitionID>
    <Description>Rough Machining</Description>
    <Duration>2.5</Duration>
    <DurationUnitOfMeasure>HOUR</DurationUnitOfMeasure>
    <PersonnelRequirement>
      <PersonnelClassID>CNC-OPERATOR-LEVEL-3</PersonnelClassID>
      <Quantity>1</Quantity>
    </PersonnelRequirement>
    <EquipmentRequirement>
      <EquipmentClassID>5-AXIS-CNC</EquipmentClassID>
      <Quantity>1</Quantity>
    </EquipmentRequirement>
  </OperationsDefinition>
</ProcessSegment>
`;

/** A V7 process segment made of segments; two of them may run side by side. */
export const V7_PROCESS_SEGMENTS = `<ProcessSegmentInformation xmlns="http://www.mesa.org/xml/B2MML">
  <ID>PSI-1</ID>
  <ProcessSegment>
    <ID>BOX-ROUTING</ID>
    <Description>Box</Description>
    <Version>4</Version>
    <HierarchyScope><EquipmentID>PLANT-1</EquipmentID><EquipmentLevel>Site</EquipmentLevel></HierarchyScope>
    <ProcessSegmentChild>
      <ID>BOX-OP-010</ID>
      <Description>Mill</Description>
      <HierarchyScope><EquipmentID>WC-MILL</EquipmentID><EquipmentLevel>WorkCenter</EquipmentLevel></HierarchyScope>
      <PersonnelSegmentSpecification><ID>1</ID><PersonnelClassID>MILLER</PersonnelClassID></PersonnelSegmentSpecification>
      <EquipmentSegmentSpecification><ID>1</ID><EquipmentClassID>MILL</EquipmentClassID></EquipmentSegmentSpecification>
      <ProcessSegmentParameter>
        <ID>RunTimePerUnit</ID>
        <Value><ValueString>PT12M</ValueString><DataType>duration</DataType></Value>
      </ProcessSegmentParameter>
      <ProcessSegmentParameter>
        <ID>InspectionRequired</ID>
        <Value><ValueString>true</ValueString><DataType>boolean</DataType></Value>
      </ProcessSegmentParameter>
    </ProcessSegmentChild>
    <ProcessSegmentChild>
      <ID>GROUP</ID>
      <ProcessSegmentChild>
        <ID>BOX-OP-020</ID>
        <ProcessSegmentParameter>
          <ID>RunTimePerUnit</ID>
          <Value><ValueString>5</ValueString><UnitOfMeasure>MIN</UnitOfMeasure></Value>
        </ProcessSegmentParameter>
      </ProcessSegmentChild>
      <ProcessSegmentChild>
        <ID>BOX-OP-030</ID>
        <MaterialSegmentSpecification>
          <ID>1</ID>
          <MaterialDefinitionID>BOX</MaterialDefinitionID>
          <MaterialUse>Produced</MaterialUse>
          <MaterialSegmentSpecificationProperty>
            <ID>Revision</ID><Value><ValueString>D</ValueString></Value>
          </MaterialSegmentSpecificationProperty>
        </MaterialSegmentSpecification>
        <ProcessSegmentParameter>
          <ID>RunTimePerUnit</ID>
          <Value><ValueString>90</ValueString><UnitOfMeasure>SEC</UnitOfMeasure></Value>
        </ProcessSegmentParameter>
        <SegmentDependency>
          <ID>1</ID><Dependency>PossibleParallel</Dependency><SegmentID>BOX-OP-020</SegmentID>
        </SegmentDependency>
        <SegmentDependency>
          <ID>2</ID><Dependency>AfterEnd</Dependency><SegmentID>BOX-OP-010</SegmentID>
        </SegmentDependency>
      </ProcessSegmentChild>
    </ProcessSegmentChild>
  </ProcessSegment>
</ProcessSegmentInformation>
`;
