"""Takes a picture of every changed vacancy and assignment from the built site, for the people who decide."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from gh import notice
from wijzigingen import around, changes, data_files

MOST = 10
_OFFER = re.compile(r"(vacancies|assignments)/([a-z0-9-]{1,60})/([a-z0-9-]{1,60})\.yml")
_SECTION = {"vacancies": "vacatures", "assignments": "opdrachten"}
_BROWSERS = ("google-chrome", "chromium", "chromium-browser")


def addresses(paths: Iterable[str], site: Path) -> list[str]:
    """Return the addresses of the changed offers that have a page, at most MOST."""
    found = (_OFFER.fullmatch(path) for path in paths)
    pages = [f"{_SECTION[match[1]]}/{match[2]}/{match[3]}" for match in found if match]
    return [page for page in pages if (site / page / "index.html").is_file()][:MOST]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the base class
        """Keep the log of the run readable."""


def take(browser: str, site: Path, pages: Iterable[str], target: Path) -> int:
    """Write one PNG a page into `target` and return how many there are."""
    target.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made = 0
    try:
        for page in pages:
            picture = target / (page.replace("/", "-") + ".png")
            command = [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--window-size=1000,2600", "--virtual-time-budget=4000", f"--screenshot={picture}",
                f"http://127.0.0.1:{server.server_port}/{page}/",
            ]  # fmt: skip
            try:
                subprocess.run(command, capture_output=True, check=False, timeout=60)
            except subprocess.TimeoutExpired:
                continue
            made += picture.is_file()
    finally:
        server.shutdown()
        server.server_close()
    return made


def main() -> int:
    """Take the pictures of what changed between BASIS and HOOFD; a missing browser is no reason to fail."""
    site, target = Path(sys.argv[1]), Path(sys.argv[2])
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), "")
    before, after = around(os.environ["BASIS"], os.environ["HOOFD"])
    pages = addresses(data_files(changes(before, after)), site)
    made = take(browser, site, pages, target) if browser and pages else 0
    notice(f"{made} van {len(pages)} pagina's op de foto.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
