"""The weekly round, in two steps: `kijk` looks at files and links and writes a report, `meld` puts it in one issue.

`kijk` needs the generator and the network and no rights; `meld` needs `gh` and the right to write issues.
"""

from __future__ import annotations

import http.client
import os
import socket
import ssl
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from gh import BOT, call, clean, notice

if TYPE_CHECKING:
    from generator.contribute.maintenance import Link, Reply

MARKER = "<!-- stageportaal-onderhoud -->"
TITLE = "Onderhoud van het portaal"
LABEL = "onderhoud"
WAIT = 20
HOPS = 6
WORKERS = 8
PAUSE = 1.0
"""Seconds between two questions to one website."""
AGENT = "Stageportaal-onderhoud (wekelijkse controle van links)"


def ask(address: str) -> Reply:
    """Ask for one address, follow redirects by hand, and return what came of it; never raises for the network."""
    from generator.contribute.maintenance import Reply  # noqa: PLC0415 - `meld` runs without the generator

    lasting, here = True, address
    for _ in range(HOPS):
        try:
            status, target = _once(here, "HEAD")
            if status >= 400:  # many sites know no HEAD
                status, target = _once(here, "GET")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Reply(0, here, False, _reason(error))
        if status not in (301, 302, 303, 307, 308) or not target:
            return Reply(status, here, lasting)
        lasting = lasting and status in (301, 308)
        here = urljoin(here, target)
    return Reply(0, here, False, "stuurt steeds door")


def _once(address: str, method: str) -> tuple[int, str]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("geen webadres")
    maker = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = maker(parts.hostname.encode("idna").decode(), parts.port, timeout=WAIT)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    )
    try:
        connection.request(method, path, headers={"User-Agent": AGENT, "Accept": "*/*", "Accept-Language": "nl"})
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", "")
    finally:
        connection.close()


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "antwoordde niet op tijd"
    if isinstance(error, ssl.SSLError):
        return "heeft een certificaat dat de computer niet vertrouwt"
    if isinstance(error, socket.gaierror):
        return "heeft een naam die nu niet te vinden is"
    return "verbrak de verbinding"


def look(links: Mapping[str, Sequence[str]]) -> list[Link]:
    """Ask for every address, one website at a time but several websites at once, and judge the replies."""
    from generator.contribute.maintenance import Link, judge  # noqa: PLC0415 - as above

    by_host: dict[str, list[str]] = {}
    for address in sorted(links):
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    def visit(addresses: list[str]) -> list[Link]:
        found = []
        for number, address in enumerate(addresses):
            if number:
                time.sleep(PAUSE)
            reply = ask(address)
            found.append(Link(address, links[address], judge(address, reply), reply))
        return found

    with ThreadPoolExecutor(WORKERS) as pool:
        return sorted(link for part in pool.map(visit, by_host.values()) for link in part)


def kijk(target: Path) -> int:
    """Write rapport.md, and the file `werk` when there is something to do."""
    from generator.contribute import maintenance  # noqa: PLC0415 - as above
    from generator.today import today_from  # noqa: PLC0415 - as above

    root, today = Path(), today_from(os.environ)
    target.mkdir(parents=True, exist_ok=True)
    found = maintenance.sections(root, today)
    links = look(maintenance.outgoing_links(root))
    text = maintenance.report(found, links, today)
    (target / "rapport.md").write_text(text, encoding="utf-8")
    (target / "stand.txt").write_text("werk" if maintenance.needs_work(found, links) else "klaar", encoding="utf-8")
    sys.stdout.write(text)
    return 0


def meld(folder: Path) -> int:
    """Renew the one issue with the report; open it again when there is work, close it when there is none."""
    repository = os.environ["GITHUB_REPOSITORY"]
    text = (folder / "rapport.md").read_text(encoding="utf-8")
    work = (folder / "stand.txt").read_text(encoding="utf-8").strip() == "werk"
    body = f"{MARKER}\n{clean(text)}"
    found = call(f"repos/{repository}/issues?state=all&labels={LABEL}&per_page=100", pages=True)
    ours: list[dict[str, Any]] = [
        item for item in found if item["user"]["login"] == BOT and (item["body"] or "").startswith(MARKER)
    ]
    if ours:
        number = min(int(item["number"]) for item in ours)
        change = {"body": body, "state": "open" if work else "closed"}
        call(f"repos/{repository}/issues/{number}", "PATCH", change)
    elif work:
        call(f"repos/{repository}/issues", "POST", {"title": TITLE, "body": body, "labels": [LABEL]})
    else:
        notice("Er is niets te doen.")
    return 0


def main() -> int:
    """Run the step that the first argument names, on the folder that the second names."""
    return {"kijk": kijk, "meld": meld}[sys.argv[1]](Path(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())
