import { isPhoneNumber, officeContact } from "../../../src/domain/kit/contact";
import { createService, type Service } from "../../../src/domain/services/service";
import { aService } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const text = (it: string) => ({ it, en: null });
const euro = (cents: number) => ({ cents, currency: "EUR" });
const option = (over: object = {}) => ({
  option: text("Pasto"),
  amount: euro(550),
  validFrom: "2025",
  validTo: null,
  ...over,
});

const good = (): Service => ({
  ...aService(),
  description: text("Pasti a domicilio."),
  careDomains: ["SOCIAL_CARE", "SOCIAL_HEALTH"],
  targetGroupCodes: ["target-group:ANZIANI"],
  serviceTypeCodes: ["service-area:SOCIO_ASSISTENZIALI"],
  minimumAge: 65,
  maximumAge: null,
  freeOfCharge: "NO",
  costOptions: [option(), option({ option: text("ISEE basso"), amount: null })],
  requiredDocuments: [text("Carta d'identità")],
  languages: ["it", "pt-BR"],
  serviceAreaCodes: ["municipio:5"],
  channels: ["HOME_VISIT", "PHONE"],
  contacts: [officeContact(text("Sportello"), "sportello@example.org")],
  phones: [{ number: "020202", note: text("tasti 4-1") }],
  url: "https://example.org/pasti",
});

testRecordConstructor("Service", createService, good, [
  ["a code that is none", { code: "pasti #1" }, ["code"]],
  ["an empty name", { name: text(" ") }, ["name.it"]],
  ["an empty description", { description: text("") }, ["description.it"]],
  ["an empty translation of an alert", { alert: { it: "Sciopero", en: "" } }, ["alert.en"]],
  ["empty words on eligibility", { eligibility: text("") }, ["eligibility.it"]],
  ["empty words on how to apply", { applicationProcess: text("") }, ["applicationProcess.it"]],
  ["empty words on fees", { fees: text("") }, ["fees.it"]],
  ["no organisation", { organizationCode: "" }, ["organizationCode"]],
  ["a group that is no code", { targetGroupCodes: ["*"] }, ["targetGroupCodes[0]"]],
  ["a type that stands twice", { serviceTypeCodes: ["a:b", "a:b"] }, ["serviceTypeCodes"]],
  ["an area that is no code", { serviceAreaCodes: ["nil:1", "*"] }, ["serviceAreaCodes[1]"]],
  ["a care domain that stands twice", { careDomains: ["CIVIC", "CIVIC"] }, ["careDomains"]],
  ["a channel that stands twice", { channels: ["PHONE", "PHONE"] }, ["channels"]],
  ["an age below zero", { minimumAge: -1 }, ["minimumAge"]],
  ["an age that nobody reaches", { maximumAge: 131 }, ["maximumAge"]],
  ["an age that is no whole number", { minimumAge: Number.NaN }, ["minimumAge"]],
  ["a lowest age above the highest", { minimumAge: 18, maximumAge: 17 }, ["maximumAge"]],
  ["an amount below zero", { costOptions: [option({ amount: euro(-1) })] }, ["costOptions[0].amount.cents"]],
  ["an option without a name", { costOptions: [option({ option: text("") })] }, ["costOptions[0].option.it"]],
  [
    "a price that ends before it begins",
    { costOptions: [option({ validTo: "2024" })] },
    ["costOptions[0].validTo"],
  ],
  ["a price that is called free", { freeOfCharge: "YES" }, ["freeOfCharge"]],
  ["a document without a name", { requiredDocuments: [text("")] }, ["requiredDocuments[0].it"]],
  ["a language that is none", { languages: ["it", "italiano!"] }, ["languages[1]"]],
  ["a language in another spelling", { languages: ["IT"] }, ["languages[0]"]],
  ["a contact that cannot be reached", { contacts: [officeContact(text("A"), null)] }, ["contacts[0]"]],
  ["a contact with a bad address", { contacts: [officeContact(text("A"), "a at b")] }, ["contacts[0].email"]],
  [
    "the name of a person without a legal basis",
    { contacts: [{ ...officeContact(text("A"), "a@b.example"), personName: "Anna" }] },
    ["contacts[0].legalBasis"],
  ],
  [
    "a legal basis for nobody",
    { contacts: [{ ...officeContact(text("A"), "a@b.example"), legalBasis: "CONSENT" }] },
    ["contacts[0].legalBasis"],
  ],
  ["a bad phone", { phones: [{ number: "02.02.02 int. 4", note: null }] }, ["phones[0].number"]],
  ["an address that is none", { url: "www.example.org" }, ["url"]],
  ["an address of another scheme", { url: "javascript:alert(1)" }, ["url"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", name: text(""), minimumAge: 20, maximumAge: 10, url: "", sourceCodes: [] },
    ["code", "name.it", "maximumAge", "url", "sourceCodes"],
  ],
]);

test("a service with a free option may be free, and an unknown price is not free", () => {
  const nothing = [option({ amount: euro(0) })];
  expect(createService({ ...good(), freeOfCharge: "YES", costOptions: nothing }).freeOfCharge).toBe("YES");
  expect(aService().freeOfCharge).toBe("UNKNOWN");
});

test("one age may be both limits", () => {
  expect(createService({ ...good(), minimumAge: 18, maximumAge: 18 }).maximumAge).toBe(18);
});

test.each(["020202", "112", "+39 02 884 1", "+390288451"])("%j is a phone number", (number) => {
  expect(isPhoneNumber(number)).toBe(true);
});

test.each([
  "",
  "12",
  "02  02",
  " 020202",
  "020202 ",
  "02/0202",
  "+",
  "++39 02",
  "1234567890123456",
  "chiamare",
])("%j is not a phone number", (number) => {
  expect(isPhoneNumber(number)).toBe(false);
});
