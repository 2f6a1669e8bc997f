import { z } from "zod";
import {
  addressField,
  districtField,
  galleryNameField,
  legalNameField,
  provinceCodeField,
  taxOfficeField,
} from "../gallery";
import { findDistrict } from "../geo";
import {
  emailField,
  licenceNoField,
  normalizeTaxNumber,
  otpCodeField,
  passwordField,
  personNameField,
  phoneField,
  validateTaxNumber,
} from "../identity";
import { otpPurposeField, taxTypeField } from "../values";

const consent = z.literal(true, { error: "validation.consent_required" });

/** First step of the wizard: the person who owns the business. */
export const registrationOwner = z.strictObject({
  firstName: personNameField,
  lastName: personNameField,
  email: emailField,
  password: passwordField,
});

const galleryShape = z.strictObject({
  name: galleryNameField,
  legalName: legalNameField,
  taxType: taxTypeField,
  taxNumber: z.string({ error: "validation.required" }).max(30).transform(normalizeTaxNumber),
  taxOffice: taxOfficeField,
  licenceNo: licenceNoField,
  provinceCode: provinceCodeField,
  district: districtField,
  address: addressField,
});

/**
 * Second step: the business, its tax number checked by the algorithm of its type, its district
 * brought to the official spelling.
 */
export const registrationGallery = galleryShape.transform((gallery, context) => {
  if (!validateTaxNumber(gallery.taxType, gallery.taxNumber)) {
    context.addIssue({
      code: "custom",
      message: gallery.taxType === "VKN" ? "validation.vkn" : "validation.tckn",
      path: ["taxNumber"],
      input: gallery.taxNumber,
    });
  }
  const district = findDistrict(gallery.provinceCode, gallery.district);
  if (!district) {
    context.addIssue({
      code: "custom",
      message: "validation.district",
      path: ["district"],
      input: gallery.district,
    });
  }
  return { ...gallery, district: district ?? gallery.district };
});

/** Third step: terms and privacy are needed, commercial messages are a free choice. */
export const registrationConsents = z.strictObject({
  terms: consent,
  kvkk: consent,
  marketing: z.boolean().optional(),
});

/** Input of `auth.register`. */
export const registrationInput = z.strictObject({
  token: z.string({ error: "validation.required" }).min(1).max(200),
  owner: registrationOwner,
  gallery: registrationGallery,
  consents: registrationConsents,
});
export type RegistrationInput = z.infer<typeof registrationInput>;

/** Input of `auth.requestOtp`. */
export const otpRequestInput = z.strictObject({ phone: phoneField, purpose: otpPurposeField });

/** Input of `auth.verifyOtp`. */
export const otpVerifyInput = otpRequestInput.extend({ code: otpCodeField });
