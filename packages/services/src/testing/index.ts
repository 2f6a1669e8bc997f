export { copyVehicle } from "./bulk.factory";
export { createColleagues } from "./colleague.factory";
export {
  createDealerContext,
  createPublicContext,
  createStaffContext,
  createUser,
  newPhone,
  TEST_PASSWORD,
  type TestUser,
} from "./dealer.factory";
export { createGallery, newVkn, type TestGallery } from "./gallery.factory";
export { createEndedOffers } from "./offer-bulk.factory";
export { deliverCode, obtainCode, obtainPhoneToken } from "./otp.factory";
export { createTestPlatform, type TestClock, type TestPlatform, testOrigin } from "./platform";
export { signTestToken, type TokenFlaws } from "./token.factory";
export { totpCode } from "./totp.factory";
export { createSeries, createVehicle, TEST_PRICE } from "./vehicle.factory";
