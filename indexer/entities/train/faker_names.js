// Given and family names of the locales of @faker-js/faker (MIT), as lines
// "CLASS TAB NAME": node faker_names.js PACKAGE/dist/index.cjs
const { allLocales } = require(process.argv[2]);

const flat = (names) =>
  !names ? [] : Array.isArray(names)
    ? names.map((name) => (typeof name === "object" ? name.value : name))
    : Object.values(names).flatMap(flat);

const lines = new Set();
for (const { person = {} } of Object.values(allLocales)) {
  for (const name of flat(person.first_name)) lines.add(`given\t${name}`);
  for (const name of flat(person.last_name)) lines.add(`family\t${name}`);
}
for (const line of [...lines].sort()) if (!line.includes("{")) console.log(line);
