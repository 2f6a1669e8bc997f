export {
  getDelivery,
  listDeliveries,
  retryDelivery,
  sumDeliveries,
} from "./delivery-log.service";
export {
  deliveryIdInput,
  deliveryListInput,
  deliverySumInput,
  templateKeyInput,
  templateRevertInput,
  templateSaveInput,
  templateTestInput,
  templateTextInput,
} from "./message.input";
export type * from "./message.views";
export {
  getTemplate,
  listTemplates,
  previewTemplate,
  revertTemplate,
  saveTemplate,
} from "./template.service";
export { sendTestMessage } from "./test-send.service";
