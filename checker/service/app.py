"""The HTTP API: `POST /v1/pairs`, `POST /v1/reports`, `GET /health`, `GET /docs`, and a page to try pairs on `/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from checker import __version__
from checker.errors import CheckerError, ModelError
from checker.pipeline import build_report, check_pairs
from checker.report.html import render_html
from checker.schema import Report, Verdict
from checker.settings import Settings

MOST_PAIRS = 1000
MOST_ARTICLES = 2000


class PairIn(BaseModel):
    """Two claims, with their dates (ISO 8601) and outlets where known."""

    model_config = ConfigDict(extra="forbid")
    a: str
    b: str
    a_date: str | None = None
    b_date: str | None = None
    a_outlet: str | None = None
    b_outlet: str | None = None
    id: str | None = None


class ReportIn(BaseModel):
    """Articles in the JSONL format."""

    model_config = ConfigDict(extra="forbid")
    articles: list[dict[str, Any]] = Field(min_length=1, max_length=MOST_ARTICLES)
    on_error: Literal["skip", "stop"] = "skip"
    format: Literal["json", "html"] = "json"


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; models load on the first request."""
    settings = settings or Settings()
    app = FastAPI(title="claim checker", version=__version__, description=__doc__, docs_url="/docs")

    @app.exception_handler(CheckerError)
    async def refuse(request: Request, error: CheckerError) -> JSONResponse:
        status = 503 if isinstance(error, ModelError) else 422
        return JSONResponse({"code": error.code, "message": str(error)}, status_code=status)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok", "version": __version__}

    @app.post("/v1/pairs", response_model=Verdict | list[Verdict])
    def pairs(body: PairIn | list[PairIn], judge: Literal["full", "nli", "numbers"] = "full"):
        """One pair gives one verdict, a list gives a list in the same order."""
        rows = body if isinstance(body, list) else [body]
        if len(rows) > MOST_PAIRS:
            message = f"{len(rows)} pairs are more than the {MOST_PAIRS} of one request. Send them in parts."
            return JSONResponse({"code": "too_many", "message": message}, status_code=422)
        verdicts = check_pairs([r.model_dump() for r in rows], judge=judge, settings=settings)
        return verdicts if isinstance(body, list) else verdicts[0]

    @app.post("/v1/reports", response_model=Report)
    def reports(body: ReportIn):
        """The contradiction report of the articles, as JSON or as one HTML page."""
        report = build_report(records=body.articles, settings=settings, on_error=body.on_error)
        return HTMLResponse(render_html(report)) if body.format == "html" else report

    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def review() -> str:
        return (Path(__file__).parent / "review.html").read_text(encoding="utf-8")

    return app
