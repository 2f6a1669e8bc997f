import { eidsContract } from "./eids.contract";
import { SandboxEids } from "./sandbox-eids.adapter";

eidsContract("sandbox", async () => ({
  verifier: new SandboxEids({ timeoutMs: 30 }),
  plates: {
    valid: "34ABC123",
    refused: "34ABC91",
    slow: "06AB0192",
    down: "35A1193",
    malformed: "16ABC94",
    mismatch: "01ABC95",
  },
}));
