import { emailTerm, nameTerm, phoneTerms, wordsOf } from "../../../src/domain/identity/person-terms";
import { knownAmong, namesPerson, redacted, redactText } from "../../../src/domain/identity/redact";

/** SYNTHETIC. */
const anna = knownAmong([
  nameTerm(wordsOf("Anna D'Acquà")),
  emailTerm("anna@example.org"),
  ...phoneTerms("+39 02 123 45 67"),
]);

test.each([
  ["Ask Anna D'Acquà.", "Ask […]."],
  ["ask D'ACQUA' ANNA, please", "ask […], please"],
  ["Anna-D’Acqua and others", "[…] and others"],
  ["write to ANNA@example.org.", "write to […]."],
  ["<anna@example.org>;", "<[…]>;"],
  ["02 1234567 or 02.123.45.67", "[…] or […]"],
  ["0039 02/1234567", "[…]"],
  ["+39021234567 (9-12)", "[…] (9-12)"],
])("%s becomes %s", (text, expected) => {
  expect(redactText(text, anna)).toBe(expected);
  expect(namesPerson({ a: [text] }, anna)).toBe(true);
});

test.each([
  "Anna Bianchi",
  "D'Acqua",
  "joanna@example.org",
  "anna@example.org.it",
  "02 1234568",
  "0212345670",
  "in 2024, 1234567 people",
])("%s names somebody else, or nobody", (text) => {
  expect(redactText(text, anna)).toBe(text);
  expect(namesPerson([text], anna)).toBe(false);
});

const office = { it: "Sportello", en: null };

test("telephones, addresses and names of contacts go; offices that can still be reached stay", () => {
  const phone = { number: "02 1234567", note: null };
  const other = { number: "02 999", note: { it: "di Anna d'Acqua", en: null } };
  const named = { personName: "Anna D'Acquà", legalBasis: "CONSENT" };
  expect(
    redacted(
      {
        email: "anna@example.org",
        phones: [phone, other],
        contacts: [
          { office, email: "anna@example.org", phone, ...named },
          { office, email: "b@example.org", phone, ...named },
        ],
        edits: { phones: { items: [{ key: "02 1234567", item: null }] } },
        count: 3,
      },
      anna,
    ),
  ).toEqual({
    email: null,
    phones: [{ number: "02 999", note: { it: "di […]", en: null } }],
    contacts: [{ office, email: "b@example.org", phone: null, personName: null, legalBasis: null }],
    edits: { phones: { items: [] } },
    count: 3,
  });
});
