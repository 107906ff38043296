"""The examples for cron and systemd do what they say."""
import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import unittest

from broadsheet import BIN, ROOT, ArchiveTest
from locked import writer_lock

EXAMPLES = ROOT / "examples"
INSTALLED = "/usr/local/share/broadsheet/"


class Examples(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", "Dam opens\n\nThe dam opened in Cairo.\n")
        self.known = self.home / "news.db.known.json"

    def run_line(self, line):
        """A command line of an example, with our paths for its own."""
        line = line.replace(INSTALLED, str(EXAMPLES) + "/")
        line = line.replace("/srv/news.db", str(self.db))
        path = f"{(ROOT / BIN).resolve()}:{os.environ['PATH']}"
        done = subprocess.run(["sh", "-c", line], capture_output=True,
                              env={**os.environ, "PATH": path,
                                   "XDG_STATE_HOME": str(self.home)},
                              check=False,
                              timeout=600)
        return done.returncode, (done.stdout + done.stderr).decode()

    def nightly(self, *paths):
        return self.run_line(shlex.join(
            [INSTALLED + "nightly.sh", "/srv/news.db", *map(str, paths)]))

    def watch(self):
        return self.run_line(f"{INSTALLED}watch.sh /srv/news.db 26h")

    def test_a_good_night_is_silent(self):
        self.assertEqual(self.nightly(self.articles), (0, ""))
        self.assertEqual(self.nightly(), (0, ""))
        self.assertEqual(self.watch(), (0, ""))

    def test_a_new_problem_is_told_once_it_is_known_no_more(self):
        self.nightly(self.articles)
        self.write("broken.jsonl", '{"id":1,"title":"Ship"}\n{"id":2,\n')
        code, told = self.nightly()
        self.assertEqual(code, 1)
        self.assertIn("new problems", told)
        self.assertEqual(self.nightly()[0], 1)
        shutil.copy(self.home / "news.db.report.json", self.known)
        self.assertEqual(self.nightly(), (0, ""))

    def test_a_failure_is_told_and_readers_keep_the_archive(self):
        self.nightly(self.articles)
        self.articles.rename(self.home / "unmounted")
        code, told = self.nightly()
        self.assertEqual(code, 2)
        self.assertIn("the rebuild failed (2)", told)
        self.assertEqual(self.ids("dam"), ["articles/a.txt"])
        report = json.loads((self.home / "news.db.report.json").read_text())
        self.assertEqual(report["outcome"], "refused")

    def test_another_writer_at_work_is_no_alarm(self):
        self.nightly(self.articles)
        with writer_lock(self.db):
            self.assertEqual(self.nightly()[0], 0)

    def test_the_watch_tells_what_is_wrong(self):
        self.nightly(self.articles)
        self.write("b.txt", "Bridge\n\nA bridge.\n")
        code, told = self.watch()
        self.assertEqual(code, 1)
        self.assertIn("missing      articles/b.txt", told)
        (self.db / "gen-000001/postlist.glass").write_bytes(b"")
        code, told = self.watch()
        self.assertEqual(code, 2)
        self.assertIn("is damaged", told)

    def test_the_watch_tells_of_a_stale_archive(self):
        self.nightly(self.articles)
        report = json.loads((self.db / "report.json").read_text())
        report["last_good"] = "2020-01-01T00:00:00Z"
        (self.db / "report.json").write_text(json.dumps(report))
        code, told = self.watch()
        self.assertEqual(code, 1)
        self.assertIn("the last good run ended 2020-01-01T00:00:00Z", told)

    def test_every_line_of_the_crontab_runs(self):
        self.nightly(self.articles)
        lines = 0
        for line in (EXAMPLES / "crontab").read_text().splitlines():
            if re.match(r"#|\w+=", line):
                continue
            command = line.split(None, 5)[5]
            if "--since-last" in command:
                self.assertIn("the first run", self.run_line(command)[1])
            self.assertEqual(self.run_line(command), (0, ""))
            lines += 1
        self.assertEqual(lines, 4)

    def test_the_units_start_what_there_is(self):
        self.nightly(self.articles)
        units = {path.name: configparser.ConfigParser(interpolation=None)
                 for path in EXAMPLES.glob("broadsheet-*")}
        for name, unit in units.items():
            unit.optionxform = str
            unit.read(EXAMPLES / name)
        rebuild = units["broadsheet-rebuild.service"]
        self.assertEqual(self.run_line(rebuild["Service"]["ExecStart"]),
                         (0, ""))
        self.assertIn(rebuild["Unit"]["OnFailure"], units)
        if shutil.which("systemd-analyze"):
            done = subprocess.run(
                ["systemd-analyze", "calendar",
                 units["broadsheet-rebuild.timer"]["Timer"]["OnCalendar"]],
                capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_readme_names_every_example(self):
        readme = (ROOT / "README.md").read_text()
        for path in EXAMPLES.iterdir():
            self.assertIn("examples/" + path.name, readme)


if __name__ == "__main__":
    unittest.main()
