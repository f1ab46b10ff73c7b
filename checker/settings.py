"""Every threshold and choice of the program, validated, with its unit. Unknown keys are refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.errors import SettingsError


class Section(BaseModel):
    """A group of settings; frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ModelSettings(Section):
    """Which models run, and how."""

    nli: str = Field("bundled", description="'bundled', a folder, or a hub id")
    embedder: str = Field("bundled", description="'bundled', a folder, or a hub id")
    relation: str = Field("bundled", description="model of the relation of two claims: 'bundled', 'none', or a folder")
    backend: Literal["auto", "onnx", "torch"] = "auto"
    threads: int = Field(0, ge=0, description="threads of the model runtime; 0 follows the machine")
    batch: int = Field(32, ge=1, description="pairs or sentences in a batch")
    max_tokens: int = Field(80, ge=16, description="tokens of a pair; longer premises are windowed")
    stride: int = Field(32, ge=8, description="tokens shared by neighbouring windows")


class ReadSettings(Section):
    """Reading of claims."""

    vague: dict[str, float] = Field(
        default_factory=dict,
        description="floors of vague words, e.g. {'dozens': 12}; unset words keep the reader's defaults",
    )


class MatchSettings(Section):
    """Candidate events and facts: high recall, the judge decides."""

    neighbours: int = Field(24, ge=1, description="nearest claims looked at for each claim")
    claim_cosine: float = Field(0.42, ge=-1, le=1, description="least cosine of two candidate claims")

    event_linkage: float = Field(0.25, ge=0, le=1, description="least mean probability of one event inside a cluster")
    event_days: float = Field(10.0, gt=0, description="days between publications within one event, at most")
    proposition_cosine: float = Field(0.38, ge=-1, le=1, description="least cosine of two propositions of one fact")
    propositions_per_event: int = Field(120, ge=0, description="pairs of propositions judged in one event, nearest first")
    alignment: float = Field(0.5, ge=0, le=1, description="least probability that a figure of no known measure joins a fact")
    pairs_per_fact: int = Field(400, ge=1, description="pairs judged in one fact, nearest in time first")


class JudgeSettings(Section):
    """The judge's thresholds."""

    contradiction: float = Field(0.70, ge=0, le=1, description="NLI probability that makes a proposition conflict")
    weak_contradiction: float = Field(0.30, ge=0, le=1, description="with lexical evidence this is enough")
    entailment: float = Field(0.60, ge=0, le=1, description="NLI probability that makes two propositions the same")
    alignment: float = Field(0.5, ge=0, le=1, description="least probability that two figures of unlike measures count one thing")
    pair_alignment: float = Field(0.35, ge=0, le=1, description="the same for a pair that was given as one event, to be compared")
    against: float = Field(0.55, ge=0, le=1, description="least probability of conflict or dispute that a lone pair is given it for")
    read_doubt: float = Field(0.3, ge=0, le=1, description="in a report, P(against) of the relation model below which a conflict is taken back")
    read_doubt_words: float = Field(0.5, ge=0, le=1, description="the same where words exclude each other: antonyms, negation, roles, names")
    read_doubt_sense: float = Field(0.7, ge=0, le=1, description="the same where neither figures nor single words exclude each other, but the sense of the whole")
    read_against: float = Field(0.85, ge=0, le=1, description="in a report, P(against) from which words alone are in conflict")
    temperature: float = Field(1.0, gt=0, description="of the stated probabilities: above 1 makes them less sure (`checker pairs --fit`)")
    topic_overlap: float = Field(0.20, ge=0, le=1, description="least content overlap of claims without common names")
    pair_cosine: float = Field(0.40, ge=-1, le=1, description="cosine from which two lone claims are taken as of one event")
    pair_days: float = Field(30.0, gt=0, description="days between publications of two lone claims of one event, at most")
    same_moment_hours: float = Field(3.0, ge=0, description="as-of times closer than this are the same moment")
    tolerance: float = Field(0.0, ge=0, le=1, description="relative gap of two exact values that is still equal")


class ReportSettings(Section):
    """What a report says."""

    best_rule: Literal["latest", "ucdp", "acled"] = Field(
        "latest",
        description="'latest': newest attributed value; 'ucdp': the best supported by independent origins; "
        "'acled': the most conservative (lowest) of the newest",
    )
    context_characters: int = Field(160, ge=0, description="characters of context on each side of a sentence")


class Settings(Section):
    """All settings of a run; each report keeps a copy."""

    models: ModelSettings = ModelSettings()
    read: ReadSettings = ReadSettings()
    match: MatchSettings = MatchSettings()
    judge: JudgeSettings = JudgeSettings()
    report: ReportSettings = ReportSettings()

    @classmethod
    def load(cls, path: str | Path | None) -> Settings:
        """Read a TOML file with the sections above; None gives the defaults.

        Raises:
            SettingsError: the file cannot be read, or holds an unknown key or an invalid value.
        """
        if path is None:
            return cls()
        try:
            return cls.model_validate(tomllib.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"Settings file {str(path)!r} cannot be read: {error}. Give a TOML file.") from error
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise SettingsError(
                f"Setting {where!r} in {str(path)!r} is invalid: {first['msg']} (got {first.get('input')!r}). "
                "See `checker settings` for every key with its unit and default."
            ) from error
