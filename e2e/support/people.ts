import { Api, codeFor } from "./api";
import { platformUnderTest } from "./platform";

let serial = Math.floor(Date.now() / 100) % 9_000_000;

/** A mobile number that no earlier run has used. */
export function newPhone(): string {
  serial += 1;
  return `0555${String(serial).padStart(7, "0")}`;
}

/** A valid VKN, by the tax authority's rule. */
export function newVkn(): string {
  serial += 1;
  const head = String(100_000_000 + ((serial * 7_919) % 899_999_999));
  let sum = 0;
  for (const [index, digit] of [...head].entries()) {
    const shifted = (Number(digit) + 9 - index) % 10;
    if (shifted !== 0) sum += (shifted * 2 ** (9 - index)) % 9 || 9;
  }
  return `${head}${(10 - (sum % 10)) % 10}`;
}

export interface Dealer {
  phone: string;
  email: string;
  password: string;
  name: string;
  galleryId: string;
  api: Api;
}

const PASSWORD = "Guclu-parola-2026";

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

export const signIn = async (identifier: string, password: string): Promise<Tokens> =>
  new Api().call<Tokens>("auth.login", { identifier, password });

/** The superadmin of the platform under test. */
export async function superadmin(): Promise<Api> {
  const { email, password } = platformUnderTest.superadmin;
  return new Api((await signIn(email, password)).accessToken);
}

/** Registers a dealer over HTTP, code and all. */
export async function registerDealer(name: string): Promise<Omit<Dealer, "api">> {
  const open = new Api();
  const phone = newPhone();
  const email = `${phone}@deneme.test`;
  await open.call("auth.requestOtp", { phone, purpose: "register" });
  const code = await codeFor(phone);
  const proof = { phone, purpose: "register", code };
  const { token } = await open.call<{ token: string }>("auth.verifyOtp", proof);
  const { galleryId } = await open.call<{ galleryId: string }>("auth.register", {
    token,
    owner: { firstName: "Ada", lastName: "Yılmaz", email, password: PASSWORD },
    gallery: {
      name,
      taxType: "VKN",
      taxNumber: newVkn(),
      taxOffice: "Kadıköy",
      licenceNo: `34${phone.slice(-5)}`,
      provinceCode: 34,
      district: "Kadıköy",
    },
    consents: { terms: true, kvkk: true },
  });
  return { phone, email, password: PASSWORD, name, galleryId };
}

/** A dealer who may trade. */
export async function approvedDealer(name: string): Promise<Dealer> {
  const dealer = await registerDealer(name);
  await (await superadmin()).call("admin.galleries.approve", { galleryId: dealer.galleryId });
  const { accessToken } = await signIn(dealer.phone, dealer.password);
  return { ...dealer, api: new Api(accessToken) };
}
