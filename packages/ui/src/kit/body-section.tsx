"use client";

import { useState } from "react";
import { BodyDiagram } from "../body-diagram/body-diagram";
import { BodyDiagramEditor } from "../body-diagram/body-diagram-editor";
import type { BodyPart } from "../body-diagram/body-parts";
import type { PartState, PartValues } from "../body-diagram/part-state";
import { Card } from "../display/card";
import { KitSection } from "./kit-section";

type Coat = "A" | "B" | "C" | "D" | "E";

const STATES: PartState<Coat>[] = [
  { value: "A", label: "Original", sign: "O", tone: "success", pattern: "plain" },
  { value: "B", label: "Locally painted", sign: "L", tone: "warn", pattern: "dots" },
  { value: "C", label: "Painted", sign: "P", tone: "accent", pattern: "stripes" },
  { value: "D", label: "Replaced", sign: "R", tone: "danger", pattern: "cross" },
  { value: "E", label: "Removed and refitted", sign: "F", tone: "info", pattern: "grid" },
];

const PARTS: Record<BodyPart, string> = {
  FRONT_BUMPER: "Front bumper",
  HOOD: "Hood",
  FRONT_LEFT_FENDER: "Front left fender",
  FRONT_RIGHT_FENDER: "Front right fender",
  FRONT_LEFT_DOOR: "Front left door",
  FRONT_RIGHT_DOOR: "Front right door",
  ROOF: "Roof",
  REAR_LEFT_DOOR: "Rear left door",
  REAR_RIGHT_DOOR: "Rear right door",
  REAR_LEFT_FENDER: "Rear left fender",
  REAR_RIGHT_FENDER: "Rear right fender",
  TRUNK: "Trunk lid",
  REAR_BUMPER: "Rear bumper",
};

const SAMPLE: PartValues<Coat> = {
  FRONT_BUMPER: "C",
  HOOD: "B",
  FRONT_LEFT_FENDER: "D",
  FRONT_RIGHT_FENDER: "A",
  FRONT_LEFT_DOOR: "C",
  FRONT_RIGHT_DOOR: "A",
  ROOF: "A",
  REAR_LEFT_DOOR: "A",
  REAR_RIGHT_DOOR: "A",
  REAR_LEFT_FENDER: "E",
  TRUNK: "A",
};

export function BodySection() {
  const [value, setValue] = useState<PartValues<Coat>>(SAMPLE);
  return (
    <KitSection id="body" title="Body diagram">
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="Editor">
          <BodyDiagramEditor
            value={value}
            onValueChange={setValue}
            states={STATES}
            partLabels={PARTS}
            labels={{
              diagram: "Body panels",
              brush: "Choose a state, then touch the parts",
              unstated: "Not stated",
              fillRest: (state, count) => `${count} left: ${state}`,
              clear: "Start over",
              changed: (part, state) => `${part}: ${state}`,
              keyboardHint: "On a part: Enter paints, keys 1 to 5 pick a state, Delete empties.",
            }}
          />
        </Card>
        <Card title="Read-only">
          <BodyDiagram
            value={value}
            states={STATES}
            partLabels={PARTS}
            unstatedLabel="Not stated"
            label="Body panels"
            quietStates={["A"]}
          />
        </Card>
      </div>
    </KitSection>
  );
}
