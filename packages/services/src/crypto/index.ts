export { type EncryptionKey, encryptionKeysField } from "./encryption-keys";
export { type Place, UnsealError } from "./envelope";
export { type ReencryptProgress, reencryptSecrets } from "./reencrypt.service";
export { createSecretBox, deriveKey, type SecretBox } from "./secret-box";
export { sealTaxNumber, storedFormsOf, unsealTaxNumber } from "./tax-number";
export { type Vault, vaultOf } from "./vault";
