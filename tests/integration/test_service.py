"""The HTTP API on a test client."""

import pytest

fastapi = pytest.importorskip("fastapi")
from fastapi.testclient import TestClient  # noqa: E402

from checker.service.app import create_app  # noqa: E402


@pytest.fixture(scope="module")
def client():
    return TestClient(create_app())


def test_health_and_docs(client):
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/docs").status_code == 200
    assert "Compare two claims" in client.get("/").text


def test_one_pair_and_a_list(client):
    pair = {"a": "Seven people died in the Plovdiv fire.", "b": "Nine people died in the Plovdiv fire."}
    one = client.post("/v1/pairs?judge=numbers", json=pair)
    assert one.status_code == 200 and one.json()["relation"] == "conflict"
    many = client.post("/v1/pairs?judge=numbers", json=[pair, pair])
    assert [v["relation"] for v in many.json()] == ["conflict", "conflict"]


def test_errors_name_the_remedy(client):
    answer = client.post("/v1/pairs", json={"a": " ", "b": "x"})
    assert answer.status_code == 422 and "Fill it in" in answer.json()["message"]


def test_report_of_records(client):
    articles = [{"id": "a", "outlet": "Harbour Courier", "text": "Four people were killed in a fire in Plovdiv."}]
    answer = client.post("/v1/reports", json={"articles": articles})
    assert answer.status_code == 200 and answer.json()["counts"]["articles"] == 1
    page = client.post("/v1/reports", json={"articles": articles, "format": "html"})
    assert page.text.lstrip().lower().startswith("<!doctype html")
