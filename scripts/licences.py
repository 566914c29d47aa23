#!/usr/bin/env python3
"""Writes the licences of everything that is in the program.

licences.py SBOM [FILE]...: what is in it is in the list of parts (CycloneDX); the texts are
those that lie in the crates; each FILE is another text of a library that is linked in.
cargo-about does the same by far better guessing, and takes longer to build than nitton.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ACCEPTED = "MIT|MIT-0|Apache-2.0|BSD-2-Clause|BSD-3-Clause|BSL-1.0|CC0-1.0|ISC|MPL-2.0|Unicode-3.0|Unlicense|Zlib|0BSD|IJG"
TEXT = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense)", re.I)
RULE = "=" * 78


def accepted(expression):
    """Whether what is asked for in SPDX's terms can be met with what is accepted."""
    expression = expression.replace("/", " OR ").replace(" WITH LLVM-exception", "")
    word = lambda found: found[0].lower() if found[0] in ("AND", "OR") else str(bool(re.fullmatch(ACCEPTED, found[0])))
    truth = re.sub(r"[\w.-]+", word, expression)
    assert re.fullmatch(r"(True|False|and|or|[() ])+", truth), expression
    return eval(truth)


def main(parts, *others):
    components = json.loads(Path(parts).read_text())["components"]
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--offline"]
    packages = json.loads(subprocess.check_output(command))["packages"]
    packages = {(package["name"], package["version"]): package for package in packages}
    texts, without = {}, []
    for component in components:
        package = packages[component["name"], component["version"]]
        if not accepted(package["license"]):
            sys.exit(f"{package['name']}: {package['license']} is not among the licences in scripts/licences.py")
        title = f"{package['name']} {package['version']} ({package['license']})"
        folder = Path(package["manifest_path"]).parent
        # A library in C lies in a folder of the crate that calls it.
        files = [*folder.iterdir(), *folder.glob("vendor/*")]
        found = sorted(path for path in files if path.is_file() and TEXT.match(path.name))
        for path in found:
            texts.setdefault(path.read_text().strip(), []).append(title)
        if not found:
            without.append(f"{title}, by {', '.join(package['authors']) or 'its authors'}")
    print(Path("packaging/data.txt").read_text().strip())
    print("\nThe following libraries come without a text of their own; that of their licence is\nbelow, or is the Apache License:\n")
    print("\n".join(without))
    for text, titles in sorted(texts.items(), key=lambda entry: entry[1]):
        print(f"\n{RULE}\n" + "\n".join(sorted(titles)) + f"\n{RULE}\n\n{text}")
    for path in others:
        print(f"\n{RULE}\n{Path(path).name}, of a library that is linked into the program\n{RULE}\n")
        print(Path(path).read_text().strip())


if __name__ == "__main__":
    main(*sys.argv[1:])
