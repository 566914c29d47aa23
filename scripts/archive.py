#!/usr/bin/env python3
"""Packs a folder as .tar.gz or .zip: the same files give the same bytes.

archive.py FOLDER ARCHIVE; the time of everything is SOURCE_DATE_EPOCH.
"""

import gzip
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])


def pack_tar(paths, name, archive):
    def plain(info):
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = EPOCH
        info.mode = 0o755 if info.isdir() or info.mode & 0o100 else 0o644
        return info

    with open(archive, "wb") as file, gzip.GzipFile("", "wb", 9, file, EPOCH) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for path in paths:
                tar.add(path, name(path), recursive=False, filter=plain)


def pack_zip(paths, name, archive):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in (path for path in paths if path.is_file()):
            info = zipfile.ZipInfo(name(path), time.gmtime(EPOCH)[:6])
            info.external_attr = 0o644 << 16
            packed.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def main(folder, archive):
    folder = Path(folder)
    paths = sorted([folder, *folder.rglob("*")])
    pack = pack_zip if archive.endswith(".zip") else pack_tar
    pack(paths, lambda path: str(path.relative_to(folder.parent)), archive)


if __name__ == "__main__":
    main(*sys.argv[1:])
