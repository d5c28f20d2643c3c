"""The front door for MkDocs, and the only file that imports it: hands over shells, starts the pipeline.

MkDocs renders the authored pages. Those at the top of a section are shells: their HTML is caught, not
written, and filled by the pipeline once for every page made from data. Everything is first written
beside the site; the site itself is replaced when both are complete.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.authored import CONTENT, HANDBOOK, SECTIONS
from generator.model.pages import Chapter, FrontMatter, TextPage
from generator.model.problems import Problem, Severity, has_errors
from generator.pipeline import Places, build, look, portal_of, prepare
from generator.relate.registers import Registers
from generator.render import addresses
from generator.render.chrome import Leaf, Site, chrome, doc, open_doc, with_contacts
from generator.render.prose import harmless
from generator.render.search.passages import Passage, passages
from generator.render.shell import ROOT, Shell, with_policy
from generator.render.site import Frame
from generator.report import report_lines
from generator.survey import Survey
from generator.today import today_from

log = logging.getLogger("mkdocs.plugins.stageportaal")

SHELLS = {file.removeprefix(CONTENT): name for file, name in SECTIONS.items()}
"""The fronts of the sections as MkDocs calls them."""
_FOR_ORGANISATIONS = ("managers/", "hr/", "scholen/")
_UNUSED_THEME_FILES = re.compile(
    r"assets/javascripts/|assets/images/|components/|pages/|partials/|.*\.map$|.*\.d\.ts$|assets/(tokens|page|print)\.css$"
)
_UNUSED_OUTPUT = re.compile(r"sitemap\.xml(\.gz)?$")
_MATERIAL_CSS = re.compile(r"assets/stylesheets/main\.\w+\.min\.css$")


class StageportaalConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    root = Type(str, default=".")
    """where the data folders are, from the folder of mkdocs.yml"""
    strikt = Type(bool, default=True)
    """whether errors in the data stop the build"""


class _Counter(logging.Handler):
    """Counts warnings of MkDocs, so that a strict build stops before the site is replaced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@dataclass(slots=True)
class _Build:
    """One build: what was known when it began, and what the events add to it."""

    places: Places
    found: Survey
    target: Path
    site: Site
    frames: dict[str, Frame] = field(default_factory=dict)
    """shells by the name of their section"""
    passages: dict[str, list[Passage]] = field(default_factory=dict)
    """what can be found on authored pages, by address"""


class StageportaalPlugin(BasePlugin[StageportaalConfig]):  # type: ignore[no-untyped-call]
    """Collects what MkDocs gives, calls ordinary functions, hands back what they return."""

    _build: _Build
    """there from the first event of a build on"""

    def __init__(self) -> None:
        self._counter = _Counter()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Start counting warnings (its presence also keeps this object over rebuilds of `serve`)."""
        logging.getLogger("mkdocs").addHandler(self._counter)

    def on_shutdown(self) -> None:
        """Stop counting warnings."""
        logging.getLogger("mkdocs").removeHandler(self._counter)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data; send MkDocs' own output beside the site."""
        self._counter.count = 0
        base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        root = (base / self.config.root).resolve()
        theme = Path(config.theme.custom_dir or base / "theme").resolve()
        places = Places(root, theme, base / ".cache" / "stageportaal")
        try:
            today = today_from(os.environ)
        except ValueError as error:
            raise PluginError(str(error)) from None
        found = look(places, today)
        _tell(found, today)
        if found.registers is None or _is_refused(found.problems, self.config.strikt):
            raise PluginError(_refusal(found.problems))
        target, authored = Path(config.site_dir), places.cache / "mkdocs"
        if target == authored:  # a second build with the same configuration
            target = self._build.target
        self._build = _Build(places, found, target, _site(found, found.registers, today))
        config.site_dir = str(authored)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the handbook, and leave out what pages do not use."""
        for file in list(files):
            if _UNUSED_THEME_FILES.match(file.src_uri) and file.src_dir != config.docs_dir:
                files.remove(file)
        chapters: list[tuple[int, Leaf]] = []
        for path in sorted((self._build.places.root / HANDBOOK).glob("*.md")):
            file = File.generated(config, addresses.HANDBOOK + path.name, abs_src_path=str(path))
            file.dest_uri = f"{addresses.handbook_page(path.stem)}index.html"
            file.edit_uri = HANDBOOK + path.name
            files.append(file)
            front = self._front(file)
            if isinstance(front, Chapter):
                chapters.append((front.number, Leaf(file.url, front)))
        self._build.site = replace(
            self._build.site,
            material_css=next((file.url for file in files if _MATERIAL_CSS.match(file.src_uri)), ""),
            chapters=tuple(leaf for _, leaf in sorted(chapters, key=lambda numbered: numbered[0])),
        )
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the filter `url` leave the way to the root open in a shell, which fits pages at any depth."""
        ordinary = env.filters["url"]

        @pass_context
        def url(context: Context, value: str) -> str:
            page = context.get("page")
            if page is not None and page.file.src_uri in SHELLS:
                return ROOT + value.removeprefix(".")
            return str(ordinary(context, value))

        env.filters["url"] = url
        return env

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Choose the template, and put the contacts of the region where an authored page asks for them."""
        if page.file.src_uri in SHELLS:
            page.meta["template"] = "base.html"
        elif isinstance(self._front(page.file), Chapter):
            page.meta["template"] = "handboek.html"
        return with_contacts(markdown, self._build.site.registers)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep only harmless HTML, and no second title."""
        text = harmless(html)
        front = self._front(page.file)
        if page.file.src_uri not in SHELLS and not (isinstance(front, TextPage) and front.unsearched):
            kind = "handboek" if page.url.startswith(addresses.HANDBOOK) else "pagina"
            self._build.passages[page.url] = passages(kind, front.title, page.url, text, front.intro or "")
        return text

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they know of the page: real words, or the slots of a shell."""
        site, front = self._build.site, self._front(page.file)
        section = SHELLS.get(page.file.src_uri)
        if section:
            here = open_doc(section)
        else:
            section = _section_of(page.url)
            here = doc(site, section, front.title, front.description, page.canonical_url or "")
        portaal = chrome(site, section, Leaf(page.url, front, page.markdown or ""))
        _more(context).update(doc=here, portaal=portaal)
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Catch a shell: an empty answer makes MkDocs write nothing."""
        name = SHELLS.get(page.file.src_uri)
        if name is None:
            return with_policy(output)
        self._build.frames[name] = Frame(Shell.read(output), self._front(page.file))
        return ""

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page for unknown addresses its frame."""
        if template_name == "404.html":
            site = self._build.site
            _more(context).update(doc=doc(site, "", "Deze pagina is er niet"), portaal=chrome(site, "", None))
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Give the page for unknown addresses its policy."""
        return with_policy(output_content)

    @event_priority(-100)  # after every other plugin, so that nothing is added behind our back
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Make the data pages and replace the site, unless MkDocs had objections in strict mode."""
        if config.strict and self._counter.count:
            return
        now = self._build
        missing = set(SHELLS.values()) - set(now.frames)
        if missing:
            raise PluginError(f"In content/ ontbreekt de voorpagina van: {', '.join(sorted(missing))}.")
        portal = portal_of(now.found, now.site.today)
        url = config.site_url or "/"
        maker = prepare(now.found, portal, now.frames, now.places, url if url.endswith("/") else url + "/")
        authored = Path(config.site_dir)
        tally = build(
            now.found,
            maker,
            now.places,
            now.target,
            authored,
            lambda path: bool(_UNUSED_OUTPUT.match(path)),
            passages=[passage for _, parts in sorted(now.passages.items()) for passage in parts],
        )
        shutil.rmtree(authored, ignore_errors=True)
        log.info(
            "Stageportaal: %s bestanden, %s nieuw of veranderd, %s weg, %s MB in %s",
            tally.kept + tally.written,
            tally.written,
            tally.removed,
            f"{tally.bytes / 1e6:.1f}".replace(".", ","),
            now.target,
        )

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
        """Watch the data folders too."""
        for name in ("vacancies", "assignments", "handbook", "theme"):
            folder = self._build.places.root / name
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _front(self, file: File) -> FrontMatter:
        """Return what stands above an authored page; raises PluginError when that could not be read."""
        source = str(file.edit_uri) if file.generated_by else CONTENT + file.src_uri
        front = self._build.found.pages.get(source)
        if front is None:
            raise PluginError(f"{source} kan niet op de site. Kijk het na met: stageportaal check {source}")
        return front


def _is_refused(problems: Sequence[Problem], strict: bool) -> bool:
    """Tell whether errors stop the build: those in authored pages always, as MkDocs reads these for itself."""
    return has_errors(problem for problem in problems if strict or problem.file.endswith(".md"))


def _site(found: Survey, registers: Registers, today: date) -> Site:
    sample = registers.show_samples and any(facts.sample for facts in found.vacancies.values())
    return Site(registers, today, sample)


def _more(context: TemplateContext) -> dict[str, Any]:
    """Return the context as what it is, a dict: MkDocs types only its own keys."""
    return context  # type: ignore[return-value]


def _section_of(url: str) -> str:
    if url.startswith(addresses.HANDBOOK):
        return "handboek"
    return "organisaties" if url.startswith(_FOR_ORGANISATIONS) else ""


def _tell(found: Survey, today: date) -> None:
    warnings = sum(1 for problem in found.problems if problem.severity is Severity.WARNING)
    log.info(
        "Stageportaal op %s: %s vacatures, %s opdrachten, %s waarschuwingen (zie stageportaal check)",
        today,
        len(found.vacancies),
        len(found.assignments),
        warnings,
    )


def _refusal(problems: Sequence[Problem]) -> str:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    lines = "\n".join(report_lines(errors))
    return f"De site is niet gebouwd; de vorige staat er nog. Verbeter eerst dit:\n{lines}"
