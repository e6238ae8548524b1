import { createHash } from "node:crypto";

import { expect, test, type QuotesPage } from "./quotes-page";

const UNKNOWN = /^Signed by an unknown key, fingerprint [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}: compare it with the sender\.$/;
const KEY = 32;
const SIGNATURE = 64;
const CHECKSUM = 4;

/** The line under the sheet that says who signed. */
const signer = ({ sheet }: QuotesPage) => sheet.getByRole("paragraph").filter({ hasText: /^(Signed|Not signed|Altered)/ });

/** Makes a quote and signs it. */
async function makeSigned(quotes: QuotesPage, customer: string): Promise<string> {
  await quotes.startDraft();
  await quotes.fill({ customer, preparedBy: "Sam" });
  return quotes.issue({ signed: true });
}

/** The parts of a signed quote's link, without the length before them and the checksum behind. */
function opened(address: string) {
  const bytes = Buffer.from(address.split("#q1/")[1]!, "base64url");
  // The length takes a byte for every seven bits; the last one has its highest bit unset.
  const start = bytes.findIndex((byte) => byte < 128) + 1;
  const end = bytes.length - CHECKSUM;
  const seal = end - KEY - SIGNATURE;
  return { body: bytes.subarray(start, seal), key: bytes.subarray(seal, seal + KEY), seal: bytes.subarray(seal, end) };
}

/** The link of a body with somebody's seal, as whoever altered a quote would write it. */
function forged(body: Buffer, seal: Buffer): string {
  const length = body.length + seal.length + CHECKSUM;
  const checked = Buffer.concat([Buffer.from([(length & 127) | 128, length >> 7]), body, seal]);
  const checksum = createHash("sha256").update(checked).digest().subarray(0, CHECKSUM);
  return `q1/${Buffer.concat([checked, checksum]).toString("base64url")}`;
}

test("a customer reads that a key signed, and which", async ({ quotes, profile }) => {
  const address = await makeSigned(quotes, "Acme");
  await expect(signer(quotes)).toHaveText(/^Signed by the key with the fingerprint [0-9a-f ]{19}: compare it with the sender\.$/);
  const customer = await profile();
  await customer.page.goto(address);
  await expect(signer(customer)).toHaveText(UNKNOWN);
  const digest = createHash("sha256").update(opened(address).key).digest("hex").slice(0, 16);
  for (const reader of [quotes, customer]) {
    expect((await signer(reader).innerText()).replaceAll(" ", ""), "the fingerprint is one of the key").toContain(digest);
  }
});

test("a draft takes no changes while it is being signed", async ({ quotes, page }) => {
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    const sign = SubtleCrypto.prototype.sign;
    SubtleCrypto.prototype.sign = async function (...message: Parameters<typeof sign>) {
      await new Promise<void>((finish) => Object.assign(window, { finish }));
      return sign.apply(this, message);
    };
  });
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.issueSigned.click();
  await expect(quotes.fields.notes).toBeDisabled();
  await expect(quotes.fields.customer).toHaveValue("Acme");
  await page.evaluate(() => (window as unknown as { finish: () => void }).finish());
  await expect(signer(quotes)).toHaveText(/^Signed by the key with the fingerprint/);
});

test("the same device signs with the same key, another with another", async ({ quotes, profile }) => {
  const first = opened(await makeSigned(quotes, "Acme"));
  const second = opened(await makeSigned(quotes, "Beta"));
  expect(second.key).toEqual(first.key);
  expect(second.seal).not.toEqual(first.seal);
  const other = opened(await makeSigned(await profile(), "Acme"));
  expect(other.key).not.toEqual(first.key);
});

test("a seller whom the site knows is called by name", async ({ quotes, profile }) => {
  const address = await makeSigned(quotes, "Acme");
  const key = opened(address).key.toString("base64url");
  const customer = await profile();
  const lists = ["# The list\n", `${key} Acme Data, Inc.\n`];
  await customer.page.route("**/sellers.txt", (route) => route.fulfill({ body: lists.at(-1), contentType: "text/plain" }));
  await customer.page.goto(address);
  await expect(signer(customer)).toHaveText("Signed by Acme Data, Inc.");
  lists.pop();
  await customer.page.reload();
  await expect(signer(customer), "once taken off the list").toHaveText(UNKNOWN);
});

test("a list of sellers that can't be read is said, and the signature still counts", async ({ quotes, profile }) => {
  const address = await makeSigned(quotes, "Acme");
  const customer = await profile();
  await customer.page.route("**/sellers.txt", (route) => route.fulfill({ body: "Acme without a key", contentType: "text/plain" }));
  await customer.page.goto(address);
  await expect(signer(customer)).toContainText("The name may be missing only because the list of known sellers can’t be read in line 1");
});

test("a seal for something else is called altered", async ({ quotes, profile }) => {
  const first = opened(await makeSigned(quotes, "Acme"));
  const second = opened(await makeSigned(quotes, "Evil, Inc."));
  const customer = await profile();
  await customer.open(forged(first.body, first.seal));
  await expect(signer(customer), "the test puts links together rightly").toHaveText(UNKNOWN);
  await customer.open(forged(second.body, first.seal));
  await expect(customer.sheet).toContainText("Evil, Inc.");
  await expect(signer(customer)).toHaveText("Altered: the signature doesn’t fit what the quote says. Don’t trust it.");
});

test("a quote without a signature says to its customer that anyone could have written it", async ({ quotes, profile }) => {
  const address = await quotes.make();
  const own = "Not signed: your customer can’t tell that it is yours. If that matters, revise it and sign.";
  await expect(quotes.statuses.filter({ hasText: own })).toBeVisible();
  const customer = await profile();
  await customer.page.goto(address);
  const asked = "Not signed: anyone could have written it, so ask the sender whether it is theirs.";
  await expect(customer.statuses.filter({ hasText: asked })).toBeVisible();
  for (const reader of [quotes, customer]) await expect(signer(reader), "the sheet is the same").toHaveText("Not signed.");
});

test("where a browser can't sign, that is said, and everything else works", async ({ quotes, page, profile }) => {
  const signed = await makeSigned(await profile(), "Acme");
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    const refuse = () => Promise.reject(new DOMException("no", "NotSupportedError"));
    SubtleCrypto.prototype.generateKey = refuse;
    SubtleCrypto.prototype.importKey = refuse;
  });
  await quotes.startDraft();
  await expect(quotes.form.getByText("Signing isn’t offered here: this browser doesn’t know Ed25519 signatures")).toBeVisible();
  await expect(quotes.issueSigned).toHaveCount(0);
  await quotes.fill({ customer: "Beta", preparedBy: "Sam" });
  await quotes.issue();
  await expect(signer(quotes)).toContainText("Not signed");
  await quotes.page.goto(signed);
  await expect(signer(quotes)).toContainText("Signed, but this browser can’t check it: this browser doesn’t know Ed25519 signatures");
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$504,000");
});

test("a draft that couldn't be signed isn't issued, and stays", async ({ quotes, page }) => {
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    SubtleCrypto.prototype.sign = () => Promise.reject(new DOMException("no", "OperationError"));
  });
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.issueSigned.click();
  await expect(quotes.statuses.filter({ hasText: "Not issued, because it couldn’t be signed: the browser’s cryptography failed (OperationError)." })).toBeVisible();
  await expect(quotes.fields.customer).toHaveValue("Acme");
  await quotes.issue();
});

test("a draft that is signed while it is being kept doesn't stay beside its quote", async ({ quotes, page }) => {
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    const sign = SubtleCrypto.prototype.sign;
    // As slow as a device may be: longer than the typing must rest before a draft is kept.
    SubtleCrypto.prototype.sign = async function (...given) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return sign.apply(this, given);
    };
  });
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.expectSaved("Sam");
  await expect(quotes.issueSigned).toBeVisible();
  // Faster than a person, so that the draft isn't kept between.
  await page.evaluate(async () => {
    const field = document.querySelector<HTMLTextAreaElement>("#notes")!;
    field.value = "At the last moment";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    document.querySelector<HTMLButtonElement>("#issue-signed")!.click();
  });
  await expect(quotes.sheet).toContainText("At the last moment");
  await expect.poll(() => quotes.fragment()).toMatch(/^q1\//);
  await quotes.openList();
  await expect(quotes.titles()).toHaveText(["2026-001: Acme"]);
});

test("the key to publish is shown where quotes are signed", async ({ quotes, page, profile }) => {
  await quotes.startDraft();
  await expect(quotes.issueSigned).toHaveAccessibleDescription(/^Signing makes a key that stays on this device\./);
  const address = await makeSigned(quotes, "Acme");
  await expect(page.getByText(/^Signed with this device’s own key, fingerprint [0-9a-f ]{19}: customers can compare it with you\.$/)).toBeVisible();
  await expect(page.getByText("unknown key")).toHaveCount(0);
  const key = opened(address).key.toString("base64url");
  await quotes.startDraft();
  await expect(page.getByRole("code")).toHaveText(key);
  const customer = await profile();
  await customer.page.goto(address);
  await expect(signer(customer)).toHaveText(UNKNOWN);
  await expect(customer.page.getByText("this device’s own key")).toHaveCount(0);
});
