"""The front door for MkDocs, and the only file that imports it: hands over shells, starts the pipeline.

MkDocs renders the authored pages. Those at the top of a section are shells: their HTML is caught, not
written, and filled by the pipeline once for every page made from data. Everything is first written
beside the site; the site itself is replaced when both are complete.
"""

from __future__ import annotations

import html
import logging
import os
import re
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import nh3
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

from generator.model.problems import Problem, Severity
from generator.pipeline import Places, build, look, portal_of, prepare
from generator.render import chrome
from generator.render.assets import STYLESHEET
from generator.render.search.passages import Passage, passages
from generator.render.shell import ROOT, Shell, slot, with_policy
from generator.render.site import Frame
from generator.render.views import Link
from generator.render.words import day_text, reading_minutes
from generator.report import report_lines
from generator.survey import Survey
from generator.today import today_from

log = logging.getLogger("mkdocs.plugins.stageportaal")

SHELLS = {
    "index.md": "home",
    "vacatures/index.md": "vacatures",
    "opdrachten/index.md": "opdrachten",
    "stageperiodes/index.md": "stageperiodes",
    "organisaties/index.md": "organisaties",
    "over/status.md": "status",
}
HANDBOOK = "handboek/"
_FOR_ORGANISATIONS = ("managers/", "hr/", "scholen/")
_UNUSED_THEME_FILES = re.compile(
    r"assets/javascripts/|assets/images/|components/|pages/|partials/|.*\.map$|.*\.d\.ts$|assets/(tokens|page|print)\.css$"
)
_UNUSED_OUTPUT = re.compile(r"sitemap\.xml(\.gz)?$")


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Keep the source of a picture only when it lies on this site: no page asks anything of another host."""
    if tag == "img" and attribute == "src" and (":" in value or value.startswith(("/", "\\"))):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags={*nh3.ALLOWED_TAGS, "input", "label", "details", "summary", "img"},
    attributes={
        "*": {"id", "class"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height", "loading"},
        "input": {"type", "disabled", "checked"},
        "th": {"scope", "colspan", "rowspan"},
        "td": {"colspan", "rowspan"},
        "ol": {"start"},
    },
    url_schemes={"https", "mailto", "tel"},
    attribute_filter=_own_pictures,
    link_rel=None,
)


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


class StageportaalPlugin(BasePlugin[StageportaalConfig]):  # type: ignore[no-untyped-call]
    """Collects what MkDocs gives, calls ordinary functions, hands back what they return."""

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
        self._places = Places(root, theme, base / ".cache" / "stageportaal")
        try:
            self._today = today_from(os.environ)
        except ValueError as error:
            raise PluginError(str(error)) from None
        found = look(self._places, self._today)
        _tell(found, self._today)
        if found.has_errors and (self.config.strikt or found.registers is None):
            raise PluginError(_refusal(found.problems))
        self._found = found
        self._frames: dict[str, Frame] = {}
        self._passages: dict[str, list[Passage]] = {}
        target = Path(config.site_dir)
        authored = self._places.cache / "mkdocs"
        if target != authored:
            self._target = target
        config.site_dir = str(authored)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the handbook, and leave out what pages do not use."""
        for file in list(files):
            if _UNUSED_THEME_FILES.match(file.src_uri) and file.src_dir != config.docs_dir:
                files.remove(file)
        self._material = next(
            (f.url for f in files if re.match(r"assets/stylesheets/main\.\w+\.min\.css$", f.src_uri)), ""
        )
        for path in sorted((self._places.root / "handbook").glob("*.md")):
            file = File.generated(config, HANDBOOK + path.name, abs_src_path=str(path))
            name = re.sub(r"^\d+-", "", path.stem)
            file.dest_uri = f"{HANDBOOK}index.html" if name == "index" else f"{HANDBOOK}{name}/index.html"
            file.edit_uri = f"handbook/{path.name}"
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Read the front matter of all chapters, so that each page can list them."""
        chapters = [f.page for f in files.documentation_pages() if f.src_uri.startswith(HANDBOOK) and f.page]
        for page in chapters:
            page.read_source(config)
        numbered = [page for page in chapters if page.meta.get("nummer")]
        self._chapters = sorted(numbered, key=lambda page: int(page.meta["nummer"]))
        return nav

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
        elif page in self._chapters:
            page.meta["template"] = "handboek.html"
        if self._found.registers is None:
            return markdown
        for name, contact in (
            ("bureau", chrome.bureau_contact(self._found.registers)),
            ("vertrouwenspersoon", chrome.confidant_contact(self._found.registers)),
        ):
            block = chrome.contact_markdown(contact)
            markdown = re.sub(r"(?m)^\{\{ *" + name + r" *\}\}$", block.replace("\\", r"\\"), markdown)
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep only harmless HTML, and no second title."""
        clean = re.sub(r"^\s*<h1[^>]*>.*?</h1>", "", _CLEANER.clean(html), count=1, flags=re.DOTALL)
        text = re.sub(r'\b(disabled|checked)=""', r"\1", clean)
        if page.file.src_uri not in SHELLS and not page.meta.get("niet_zoeken"):
            kind = "handboek" if page.url.startswith(HANDBOOK) else "pagina"
            title = str(page.meta.get("title", page.title))
            self._passages[page.url] = passages(kind, title, page.url, text, str(page.meta.get("intro", "")))
        return text

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they know of the page: real words, or the slots of a shell."""
        name = SHELLS.get(page.file.src_uri)
        section = name or _section_of(page.url)
        portaal = self._chrome(section, page)
        if name:
            doc = _slots(section)
        else:
            doc = self._doc(section, str(page.meta.get("title", page.title)), page, config)
        _more(context).update(doc=doc, portaal=portaal)
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Catch a shell: an empty answer makes MkDocs write nothing."""
        name = SHELLS.get(page.file.src_uri)
        if name is None:
            return with_policy(output)
        self._frames[name] = Frame(Shell.read(output), dict(page.meta))
        return ""

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page for unknown addresses its frame."""
        if template_name == "404.html":
            doc = self._doc("", "Deze pagina is er niet", None, config)
            _more(context).update(doc=doc, portaal=self._chrome("", None))
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Give the page for unknown addresses its policy."""
        return with_policy(output_content)

    @event_priority(-100)  # after every other plugin, so that nothing is added behind our back
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Make the data pages and replace the site, unless MkDocs had objections in strict mode."""
        if config.strict and self._counter.count:
            return
        missing = set(SHELLS.values()) - set(self._frames)
        if missing:
            raise PluginError(f"In content/ ontbreekt de voorpagina van: {', '.join(sorted(missing))}.")
        portal = portal_of(self._found, self._today)
        url = config.site_url or "/"
        maker = prepare(self._found, portal, self._frames, self._places, url if url.endswith("/") else url + "/")
        authored = Path(config.site_dir)
        found = [passage for _, parts in sorted(self._passages.items()) for passage in parts]
        tally = build(
            maker, self._places, self._target, authored, lambda path: bool(_UNUSED_OUTPUT.match(path)), passages=found
        )
        shutil.rmtree(authored, ignore_errors=True)
        log.info(
            "Stageportaal: %s bestanden, %s nieuw of veranderd, %s weg, %s MB in %s",
            tally.kept + tally.written,
            tally.written,
            tally.removed,
            f"{tally.bytes / 1e6:.1f}".replace(".", ","),
            self._target,
        )

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
        """Watch the data folders too."""
        for name in ("vacancies", "assignments", "handbook", "theme"):
            folder = self._places.root / name
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _chrome(self, section: str, page: Page | None) -> chrome.Chrome:
        registers = self._found.registers
        if registers is None:
            raise PluginError("De registers zijn niet bruikbaar.")
        previous, following = self._neighbours(page)
        reviewed = _as_date(page.meta.get("nagekeken")) if page else None
        review_by = _as_date(page.meta.get("herzien_voor")) if page else None
        return chrome.Chrome(
            region_name=registers.region.name,
            title=registers.region.title,
            bureau=chrome.bureau_contact(registers),
            confidant=chrome.confidant_contact(registers),
            sample=registers.show_samples and any(facts.sample for facts in self._found.vacancies.values()),
            nav=chrome.navigation(section),
            footer=chrome.footer(),
            stylesheet=STYLESHEET,
            material_css=self._material,
            build_day=day_text(self._today),
            build_date=self._today.isoformat(),
            chapters=tuple(_chapter_link(chapter, page) for chapter in self._chapters),
            previous=previous,
            next=following,
            reading_time=f"{reading_minutes(page.markdown or '')} minuten lezen" if page else "",
            reviewed=day_text(reviewed) if reviewed else "",
            overdue=bool(review_by and review_by < self._today),
        )

    def _neighbours(self, page: Page | None) -> tuple[Link | None, Link | None]:
        if page not in self._chapters:
            return None, None
        place = self._chapters.index(page)
        around = (place - 1, place + 1)
        links = [_chapter_link(self._chapters[at], None) if 0 <= at < len(self._chapters) else None for at in around]
        return links[0], links[1]

    def _doc(self, section: str, title: str, page: Page | None, config: MkDocsConfig) -> SimpleNamespace:
        registers = self._found.registers
        portal_title = registers.region.title if registers else ""
        description = str(page.meta.get("description", "")) if page else ""
        return SimpleNamespace(
            title=html.escape(f"{title} · {portal_title}", quote=False),
            description=html.escape(description, quote=True),
            canonical=(page.canonical_url or "") if page else "",
            head="",
            content="",
            section=section,
        )


def _slots(section: str) -> SimpleNamespace:
    return SimpleNamespace(
        title=slot("titel"),
        description=slot("omschrijving"),
        canonical=slot("canoniek"),
        head=slot("kop"),
        content=slot("inhoud"),
        section=section,
    )


def _more(context: TemplateContext) -> dict[str, Any]:
    """Return the context as what it is, a dict: MkDocs types only its own keys."""
    return context  # type: ignore[return-value]


def _section_of(url: str) -> str:
    if url.startswith(HANDBOOK):
        return "handboek"
    return "organisaties" if url.startswith(_FOR_ORGANISATIONS) else ""


def _chapter_link(chapter: Page, current: Page | None) -> Link:
    title = str(chapter.meta.get("title", chapter.title))
    return Link(title, chapter.url, note=str(chapter.meta["nummer"]), current=chapter is current)


def _as_date(value: object) -> date | None:
    return value if isinstance(value, date) else None


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
