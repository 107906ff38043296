"""The README's tables are what the programs print."""
import os
import re
import unittest

from broadsheet import ROOT, run

TABLES = {"indexer formats": ("indexer", "formats"),
          "searcher fields": ("searcher", "fields")}


class Readme(unittest.TestCase):
    def test_tables(self):
        path = ROOT / "README.md"
        text = path.read_text()
        for name, command in TABLES.items():
            table = "".join(f"    {line}\n" for line in run(*command).lines)
            block = f"<!-- {name} -->\n{table}<!-- end -->"
            if os.environ.get("BROADSHEET_UPDATE_GOLDENS"):
                text = re.sub(rf"<!-- {name} -->.*?<!-- end -->",
                              lambda _: block, text, flags=re.S)
                path.write_text(text)
            self.assertIn(block, text, f"the README's table of {name}")

    def test_every_command_has_help(self):
        for program in ("indexer", "searcher"):
            for line in run(program, "--help").lines:
                found = re.match(rf"  {program} ([\w-]+)", line)
                if found and found.group(1) != "COMMAND":
                    result = run(program, found.group(1), "--help")
                    self.assertEqual(result.code, 0)
                    self.assertIn(found.group(1), result.out)


if __name__ == "__main__":
    unittest.main()
