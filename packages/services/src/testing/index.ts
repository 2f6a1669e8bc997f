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
export { createTestPlatform, type TestClock, type TestPlatform, testOrigin } from "./platform";
