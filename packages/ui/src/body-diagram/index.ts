export { BodyDiagram } from "./body-diagram";
export { BodyDiagramEditor } from "./body-diagram-editor";
export { BODY_PARTS, type BodyPart } from "./body-parts";
export type { PartPattern, PartState, PartValues } from "./part-state";
